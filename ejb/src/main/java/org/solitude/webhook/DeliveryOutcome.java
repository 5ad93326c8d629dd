package org.solitude.webhook;

import java.util.Locale;

/** The outcome of an attempt at a delivery. */
public enum DeliveryOutcome {
    /** 2xx: the receiver accepted the webhook. */
    ACCEPTED,
    /** Any other status. A redirect is not followed. */
    REFUSED,
    /** 410: the receiver wants no more webhooks at this URL. */
    GONE,
    /** The response was not complete in time. */
    TIMED_OUT,
    /** The connection could not be made, or broke. */
    UNREACHABLE,
    /** TLS did not prove the receiver's identity. */
    UNTRUSTED,
    /** The host name has no address that may be called. */
    FORBIDDEN_ADDRESS,
    /** Nothing was sent, because the client has no secret to sign with. */
    UNSIGNED;

    /** Returns the name in the API. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the outcome for a status. */
    public static DeliveryOutcome of(int status) {
        if (status == 410) {
            return GONE;
        }
        return status >= 200 && status < 300 ? ACCEPTED : REFUSED;
    }
}
