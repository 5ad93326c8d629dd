package org.solitude.probe;

/** An exception with its own exception mapper. */
public class TeapotException extends RuntimeException {
    public TeapotException(String message) {
        super(message);
    }
}
