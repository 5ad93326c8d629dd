package org.solitude.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds a request that will be replayed.
 *
 * @param method the HTTP method
 * @param origin scheme and authority as the client saw them, {@code https://pay.example:8443}, so that a {@code
 *     Location} made at replay is the one the client would have got
 * @param path the raw (still percent-encoded) path
 * @param query the raw query without its question mark; null if there is none
 * @param headers those that shape a response; never credentials
 * @param body the bytes of the body, empty if there is none
 */
public record StoredRequest(
        String method, String origin, String path, @Nullable String query, List<Header> headers, byte[] body) {

    /** Returns the absolute URI the client requested. */
    public String uri() {
        return origin + path + (query == null ? "" : "?" + query);
    }
}
