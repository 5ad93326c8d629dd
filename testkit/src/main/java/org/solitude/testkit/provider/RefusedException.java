package org.solitude.testkit.provider;

/** The provider says no, and why. */
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
