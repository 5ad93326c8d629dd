package org.solitude.probe;

/** An exception that the probes map on their own, as an application would. */
public class TeapotException extends RuntimeException {
    public TeapotException(String message) {
        super(message);
    }
}
