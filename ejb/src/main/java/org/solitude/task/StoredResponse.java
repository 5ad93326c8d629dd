package org.solitude.task;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The response of a replay, as the synchronous call would have given it.
 *
 * @param status the HTTP status
 * @param headers every value of every header the resource set
 * @param body the bytes of the body, empty where there was none
 */
public record StoredResponse(int status, List<Header> headers, byte[] body) {

    /** A response of 400 and above is a failure: it leaves no effects. */
    public boolean isFailure() {
        return status >= 400;
    }

    public @Nullable String header(String name) {
        return Header.first(headers, name);
    }
}
