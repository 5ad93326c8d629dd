package org.solitude.webhook;

import java.util.Locale;

/** How an attempt at a delivery ended. */
public enum DeliveryOutcome {
    /** 2xx: the receiver has it. */
    ACCEPTED,
    /** Any other status, a redirect included: none is followed. */
    REFUSED,
    /** 410: the receiver wants nothing more at this URL. */
    GONE,
    /** No whole answer in time. */
    TIMED_OUT,
    /** No connection, or one that broke. */
    UNREACHABLE,
    /** No TLS that proves who answers. */
    UNTRUSTED,
    /** The name has no address that may be called. */
    FORBIDDEN_ADDRESS,
    /** Its client has no secret to sign with: nobody was called. */
    UNSIGNED;

    /** The word that clients use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** What a status says. */
    public static DeliveryOutcome of(int status) {
        if (status == 410) {
            return GONE;
        }
        return status >= 200 && status < 300 ? ACCEPTED : REFUSED;
    }
}
