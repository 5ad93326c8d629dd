package org.solitude.caller;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The authenticated caller of a request. A client with a secret and the subject of a token are different callers even
 * if their names are equal, and so are the subjects of two issuers.
 *
 * @param name of the client, or the subject of the token
 * @param issuer of the token; null for a client with a secret
 * @param roles the known roles of the caller, now or when the token was sent
 */
public record Caller(String name, @Nullable String issuer, Set<String> roles) {

    private static final int MAX_ID_LENGTH = 255;

    public Caller {
        Set<String> known = new TreeSet<>(roles);
        known.retainAll(Role.ALL);
        roles = Set.copyOf(known);
    }

    /** Returns the unique id of this caller, which owns its tasks. */
    public String id() {
        String id = issuer == null ? "client:" + name : "token:" + issuer + " " + name;
        return id.length() <= MAX_ID_LENGTH ? id : "long:" + digest(id);
    }

    public boolean hasToken() {
        return issuer != null;
    }

    /** Returns whether this caller may use the API at all. */
    public boolean isKnown() {
        return !roles.isEmpty();
    }

    public boolean isOperator() {
        return roles.contains(Role.OPERATOR);
    }

    /** Returns whether the caller may pay and refund. */
    public boolean mayPay() {
        return roles.contains(Role.PAYER) || isOperator();
    }

    /** Returns whether the caller may write records. */
    public boolean mayWrite() {
        return roles.contains(Role.CLIENT) || isOperator();
    }

    /** Returns whether the caller may see and cancel what belongs to {@code owner}. */
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
