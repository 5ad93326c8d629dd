package org.solitude.web.http.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.PrivilegedAction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.solitude.task.StoredResponse;
import org.wildfly.security.auth.server.SecurityIdentity;

/** What the caller of a task may do when the task runs: the identity to run it with, or the status that refuses it. */
public final class ReplayAuthorization {

    static final ReplayAuthorization UNKNOWN = new ReplayAuthorization(null, SecurityErrors.UNAUTHORIZED);
    static final ReplayAuthorization FORBIDDEN = new ReplayAuthorization(null, SecurityErrors.FORBIDDEN);
    static final ReplayAuthorization LOCKED = new ReplayAuthorization(null, 0);

    private final @Nullable SecurityIdentity identity;
    private final int refusedStatus;

    private ReplayAuthorization(@Nullable SecurityIdentity identity, int refusedStatus) {
        this.identity = identity;
        this.refusedStatus = refusedStatus;
    }

    static ReplayAuthorization granted(SecurityIdentity identity) {
        return new ReplayAuthorization(identity, 0);
    }

    /** Tells whether the caller is locked out for now, so that its rights are unknown. */
    public boolean isLocked() {
        return identity == null && refusedStatus == 0;
    }

    /**
     * Runs a call with the caller's identity, which reaches the beans behind the resource; refuses a caller without
     * rights.
     */
    public StoredResponse run(Supplier<StoredResponse> call) {
        return identity == null
                ? SecurityErrors.stored(refusedStatus)
                : identity.runAs((PrivilegedAction<StoredResponse>) call::get);
    }

    /** Returns the security context that a resource gets. */
    public SecurityContext context(boolean secure) {
        if (identity == null) {
            throw new IllegalStateException("there is no caller");
        }
        return new ReplaySecurityContext(identity, secure);
    }
}
