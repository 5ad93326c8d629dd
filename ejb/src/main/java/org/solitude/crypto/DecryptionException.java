package org.solitude.crypto;

import java.io.Serial;

/** Encrypted bytes cannot be decrypted: they were changed or moved, or their key is missing. An operator must act. */
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
