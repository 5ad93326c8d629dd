package org.solitude.server;

import java.nio.file.Path;

/** The server is not ready and will not be. The message says why, and where to read more. */
public final class ServerStartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ServerStartException(String reason, Path logs) {
        super(reason + "\nThe log: " + logs);
    }
}
