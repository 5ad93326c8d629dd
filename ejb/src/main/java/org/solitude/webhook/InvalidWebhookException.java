package org.solitude.webhook;

import java.io.Serial;

/** A webhook cannot be requested like this. The message tells the client what is required instead. */
public class InvalidWebhookException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param requirement a phrase that reads well after "must be" */
    public InvalidWebhookException(String requirement) {
        super(requirement);
    }

    InvalidWebhookException(String requirement, Throwable cause) {
        super(requirement, cause);
    }

    /** Returns what the webhook must be. */
    public String requirement() {
        return String.valueOf(getMessage());
    }
}
