package org.solitude.web.http.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.PrivilegedAction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.solitude.task.StoredResponse;
import org.wildfly.security.auth.server.SecurityIdentity;

/** What the caller of a task may do when it runs: what the call would be answered, or the identity to run it as. */
public final class ReplayAuthorization {

    static final ReplayAuthorization UNKNOWN = new ReplayAuthorization(null, SecurityErrors.UNAUTHORIZED);
    static final ReplayAuthorization FORBIDDEN = new ReplayAuthorization(null, SecurityErrors.FORBIDDEN);
    static final ReplayAuthorization LOCKED = new ReplayAuthorization(null, 0);

    private final @Nullable SecurityIdentity identity;
    private final int refusedStatus;

    private ReplayAuthorization(@Nullable SecurityIdentity identity, int refused) {
        this.identity = identity;
        this.refusedStatus = refused;
    }

    static ReplayAuthorization granted(SecurityIdentity identity) {
        return new ReplayAuthorization(identity, 0);
    }

    /** Whether the caller may be let in again after a while; it is not known now what it may do. */
    public boolean isLocked() {
        return identity == null && refusedStatus == 0;
    }

    /** What the caller does is done as it, down to the beans behind the resource; a caller without rights is refused. */
    public StoredResponse run(Supplier<StoredResponse> call) {
        return identity == null
                ? SecurityErrors.stored(refusedStatus)
                : identity.runAs((PrivilegedAction<StoredResponse>) call::get);
    }

    /** What a resource is told of its caller. */
    public SecurityContext context(boolean secure) {
        if (identity == null) {
            throw new IllegalStateException("there is no caller");
        }
        return new ReplaySecurityContext(identity, secure);
    }
}
