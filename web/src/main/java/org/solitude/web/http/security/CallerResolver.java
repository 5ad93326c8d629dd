package org.solitude.web.http.security;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
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
 * Who calls now, and who called then: the former as Elytron has found it, the latter as Elytron finds it when a task runs.
 * docs/adr/0006-the-caller-at-replay.md tells what that means.
 */
@ApplicationScoped
public class CallerResolver {

    /** Each token has it, because the realm asks for it; no client with a secret has. */
    private static final String ISSUER = "iss";

    /** Where the clients' realm keeps roles; the set-up script's role decoder reads the same. */
    private static final String ROLES = "roles";

    /** Who calls on this thread; a caller without a name and roles where nobody had to say who it is. */
    public Caller current() {
        SecurityDomain domain = SecurityDomain.getCurrent();
        SecurityIdentity identity = domain == null ? null : domain.getCurrentSecurityIdentity();
        return identity == null || identity.isAnonymous() ? new Caller("", null, Set.of()) : of(identity);
    }

    /**
     * What the caller of a task may do today. Nobody shows a secret here, so nothing of it counts as a login: it neither
     * locks a name nor unlocks it.
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
     * The realm is asked for the client's roles, not for an identity: {@code createRunAsIdentity} ends an authentication
     * that never succeeds, which the protection against guessing counts as a wrong secret.
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
                Caller today = new Caller(name, null, roles);
                if (today.isKnown()) {
                    return ReplayAuthorization.granted(adHocIdentity(domain, today));
                }
                // A locked name exists, has no roles, and can prove nothing; a demoted one could log in.
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
