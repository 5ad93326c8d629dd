package org.solitude.webhook;

import java.io.Serial;

/** A callback that will not be made; the message says what it must be instead, for the client. */
public class InvalidWebhookException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param form what is acceptable, so that it reads well after "must be" */
    public InvalidWebhookException(String form) {
        super(form);
    }

    InvalidWebhookException(String form, Throwable cause) {
        super(form, cause);
    }

    /** What it must be. */
    public String requirement() {
        return String.valueOf(getMessage());
    }
}
