package org.solitude.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Who asks. A client with a secret and a token's subject are two callers, also where they have the same name, and so are
 * the subjects of two issuers.
 *
 * @param name the client's name, or the token's subject
 * @param issuer who vouches for the subject of a token; null for a client with a secret, whom we know ourselves
 * @param roles those of ours that the caller has now, or had when the token was shown
 */
public record Caller(String name, @Nullable String issuer, Set<String> roles) {

    private static final Set<String> KNOWN_ROLES = Set.of(Role.CLIENT, Role.OPERATOR);
    private static final int MAX_ID_LENGTH = 255;

    public Caller {
        Set<String> known = new TreeSet<>(roles);
        known.retainAll(KNOWN_ROLES);
        roles = Set.copyOf(known);
    }

    /** What tells this caller from every other; the owner of its tasks. */
    public String id() {
        String id = issuer == null ? "client:" + name : "token:" + issuer + " " + name;
        return id.length() <= MAX_ID_LENGTH ? id : "long:" + digest(id);
    }

    public boolean hasToken() {
        return issuer != null;
    }

    /** Whether this caller may use the API at all. */
    public boolean isKnown() {
        return !roles.isEmpty();
    }

    public boolean isOperator() {
        return roles.contains(Role.OPERATOR);
    }

    /** Whether what belongs to {@code owner} may be seen and called off. */
    public boolean maySee(@Nullable String owner) {
        return isOperator() || id().equals(owner);
    }

    private static String digest(String id) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(id.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
