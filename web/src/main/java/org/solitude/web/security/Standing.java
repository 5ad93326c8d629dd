package org.solitude.web.security;

import jakarta.ws.rs.core.SecurityContext;
import java.security.PrivilegedAction;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.solitude.delay.StoredResponse;
import org.wildfly.security.auth.server.SecurityIdentity;

/** What the caller of a task may do when it runs: what the call would be answered, or the identity to run it as. */
public final class Standing {

    static final Standing GONE = new Standing(null, Refusals.UNAUTHORIZED);
    static final Standing FORBIDDEN = new Standing(null, Refusals.FORBIDDEN);
    static final Standing LOCKED = new Standing(null, 0);

    private final @Nullable SecurityIdentity identity;
    private final int refused;

    private Standing(@Nullable SecurityIdentity identity, int refused) {
        this.identity = identity;
        this.refused = refused;
    }

    static Standing granted(SecurityIdentity identity) {
        return new Standing(identity, 0);
    }

    /** Whether the caller may be let in again after a while; it is not known now what it may do. */
    public boolean isLocked() {
        return identity == null && refused == 0;
    }

    /** What the caller does is done as it, down to the beans behind the resource; a caller without rights is refused. */
    public StoredResponse run(Supplier<StoredResponse> call) {
        return identity == null
                ? Refusals.stored(refused)
                : identity.runAs((PrivilegedAction<StoredResponse>) call::get);
    }

    /** What a resource is told of its caller. */
    public SecurityContext context(boolean secure) {
        if (identity == null) {
            throw new IllegalStateException("there is no caller");
        }
        return new ReplayedSecurity(identity, secure);
    }
}
