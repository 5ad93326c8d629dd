package org.solitude.web.api.services;

import jakarta.json.bind.annotation.JsonbProperty;
import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;

/**
 * A request as the server sees it.
 *
 * @param issuer the issuer of the caller's token; null for a client with a secret
 * @param headers all headers but those that may contain credentials
 */
@JsonbPropertyOrder({"name", "issuer", "roles", "scheme", "remote_address", "url", "headers"})
public record RequestDocument(
        String name,
        @Nullable String issuer,
        Set<String> roles,
        @Nullable String scheme,
        @JsonbProperty("remote_address") String remoteAddress,
        String url,
        Map<String, List<String>> headers) {

    private static final List<String> CREDENTIAL_WORDS =
            List.of("auth", "cookie", "key", "token", "secret", "password", "signature", "credential", "session");

    static RequestDocument of(
            Caller caller, @Nullable String scheme, String remoteAddress, URI url, Map<String, List<String>> received) {
        Map<String, List<String>> headers = new TreeMap<>(received);
        headers.keySet().removeIf(RequestDocument::mayBeCredential);
        return new RequestDocument(
                caller.name(),
                caller.issuer(),
                new TreeSet<>(caller.roles()),
                scheme,
                remoteAddress,
                url.toString(),
                headers);
    }

    /** Looks for words in the name: there are many names of such headers, and few words for secrets. */
    private static boolean mayBeCredential(String header) {
        return CREDENTIAL_WORDS.stream().anyMatch(header.toLowerCase(Locale.ROOT)::contains);
    }
}
