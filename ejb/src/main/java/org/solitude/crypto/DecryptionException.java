package org.solitude.crypto;

import java.io.Serial;

/** Sealed bytes cannot be opened: they were changed, moved, or their key is gone. Somebody has to look. */
public class DecryptionException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DecryptionException(String why) {
        super(why);
    }

    DecryptionException(String why, Throwable cause) {
        super(why, cause);
    }
}
