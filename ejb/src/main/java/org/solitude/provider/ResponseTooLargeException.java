package org.solitude.provider;

import java.io.IOException;
import java.io.Serial;

/** A provider's response is larger than what is read of one. */
final class ResponseTooLargeException extends IOException {

    @Serial
    private static final long serialVersionUID = 1L;

    ResponseTooLargeException(int limit) {
        super("the response is larger than " + limit + " bytes");
    }
}
