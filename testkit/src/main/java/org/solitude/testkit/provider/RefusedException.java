package org.solitude.testkit.provider;

/** Thrown when the provider refuses a request, with the status and the message of the response. */
final class RefusedException extends RuntimeException {
    private final int status;

    RefusedException(int status, String message) {
        super(message);
        this.status = status;
    }

    int status() {
        return status;
    }
}
