package org.solitude.server;

import java.nio.file.Path;

/** Thrown when the server has failed to start. The message has the reason and the directory of the logs. */
public final class ServerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerStartException(String reason, Path logs) {
        super(reason + "\nThe log: " + logs);
    }
}
