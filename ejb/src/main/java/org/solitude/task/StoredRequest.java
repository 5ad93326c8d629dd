package org.solitude.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it will be made again.
 *
 * @param method the HTTP method
 * @param origin scheme and authority as the client saw them, {@code https://pay.example:8443}, so that a
 *     {@code Location} made at replay is the one the client would have got
 * @param path the raw (still percent-encoded) path
 * @param query the raw query without its question mark, or null where there was none
 * @param headers those that shape a response; never credentials
 * @param body the bytes of the body, empty where there was none
 */
public record StoredRequest(
        String method, String origin, String path, @Nullable String query, List<Header> headers, byte[] body) {

    /** The absolute URI the client asked for. */
    public String uri() {
        return origin + path + (query == null ? "" : "?" + query);
    }
}
