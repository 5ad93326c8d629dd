package org.solitude.web.http.security;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Initialized;
import jakarta.enterprise.event.Observes;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
import org.solitude.caller.CurrentCaller;
import org.wildfly.security.auth.SupportLevel;
import org.wildfly.security.auth.principal.NamePrincipal;
import org.wildfly.security.auth.server.RealmIdentity;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.authz.MapAttributes;
import org.wildfly.security.authz.RoleMapper;
import org.wildfly.security.authz.Roles;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Resolves callers through Elytron: the caller of the current request, and what the caller of a task may do when the
 * task runs. docs/adr/0006-the-caller-at-replay.md explains the latter.
 */
@ApplicationScoped
public class CallerResolver {

    /** A claim of every token, because the realm requires it; clients with a secret do not have it. */
    private static final String ISSUER = "iss";

    /** The attribute of the clients' realm that holds roles; the role decoder in docker/solitude.cli reads the same. */
    private static final String ROLES = "roles";

    void register(@Observes @Initialized(ApplicationScoped.class) Object start, CurrentCaller current) {
        current.register(this::current);
    }

    /** Returns the caller on this thread; without name and roles where the path is open to all. */
    public Caller current() {
        SecurityDomain domain = SecurityDomain.getCurrent();
        SecurityIdentity identity = domain == null ? null : domain.getCurrentSecurityIdentity();
        return identity == null || identity.isAnonymous() ? new Caller("", null, Set.of()) : of(identity);
    }

    /**
     * Returns what the caller of a task may do now. No secret is checked, so this does not count as a login and neither
     * locks nor unlocks a name.
     */
    public ReplayAuthorization authorizationOf(Caller caller) {
        SecurityDomain domain = SecurityDomain.getCurrent();
        if (domain == null) {
            throw new IllegalStateException("the application has no security domain");
        }
        if (caller.hasToken()) {
            return caller.isKnown()
                    ? ReplayAuthorization.granted(adHocIdentity(domain, caller))
                    : ReplayAuthorization.FORBIDDEN;
        }
        return caller.name().isEmpty() ? ReplayAuthorization.UNKNOWN : authorizationByRealm(domain, caller.name());
    }

    private static SecurityIdentity adHocIdentity(SecurityDomain domain, Caller caller) {
        MapAttributes attributes = new MapAttributes();
        if (caller.issuer() != null) {
            attributes.addFirst(ISSUER, caller.issuer());
        }
        return domain.createAdHocIdentity(new NamePrincipal(caller.name()))
                .withRuntimeAttributes(attributes)
                .withDefaultRoleMapper(RoleMapper.constant(Roles.fromSet(caller.roles())));
    }

    /**
     * Reads the client's roles from the realm. {@code createRunAsIdentity} would not do: it ends an authentication
     * without success, which the protection against password guessing counts as a wrong secret.
     */
    private static ReplayAuthorization authorizationByRealm(SecurityDomain domain, String name) {
        try {
            RealmIdentity known = domain.getIdentity(name);
            try {
                if (!known.exists()) {
                    return ReplayAuthorization.UNKNOWN;
                }
                Set<String> roles = new TreeSet<>(
                        known.getAuthorizationIdentity().getAttributes().get(ROLES));
                Caller now = new Caller(name, null, roles);
                if (now.isKnown()) {
                    return ReplayAuthorization.granted(adHocIdentity(domain, now));
                }
                // A locked name has no roles and cannot authenticate; a name that lost its roles can.
                boolean locked =
                        known.getEvidenceVerifySupport(PasswordGuessEvidence.class, null) == SupportLevel.UNSUPPORTED;
                return locked ? ReplayAuthorization.LOCKED : ReplayAuthorization.FORBIDDEN;
            } finally {
                known.dispose();
            }
        } catch (RealmUnavailableException e) {
            throw new IllegalStateException("the clients' realm cannot be read", e);
        }
    }

    private static Caller of(SecurityIdentity identity) {
        Set<String> roles = new TreeSet<>();
        identity.getRoles().forEach(roles::add);
        return new Caller(identity.getPrincipal().getName(), issuer(identity), roles);
    }

    private static @Nullable String issuer(SecurityIdentity identity) {
        return identity.getAttributes().containsKey(ISSUER)
                ? identity.getAttributes().getFirst(ISSUER)
                : null;
    }
}
