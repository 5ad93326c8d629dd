package org.solitude.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Holds the response to a replayed request, as the synchronous call would have given it.
 *
 * @param status the HTTP status
 * @param headers every value of every header the resource set
 * @param body the bytes of the body, empty if there is none
 */
public record StoredResponse(int status, List<Header> headers, byte[] body) {

    /** Returns whether the status is 400 or above: a failure leaves no effects. */
    public boolean isFailure() {
        return status >= 400;
    }

    /** Returns the first value of a header; null if the response does not have it. */
    public @Nullable String header(String name) {
        return Header.first(headers, name);
    }
}
