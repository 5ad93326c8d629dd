package org.solitude.webhook;

import java.util.Locale;

/** What has become of a delivery. */
public enum DeliveryState {
    /** It is tried, again if need be, when it is due. */
    WAITING,
    /** The receiver has it. */
    DELIVERED,
    /** The last attempt failed; it is made again when somebody asks for it. */
    FAILED,
    /** The receiver wants nothing more at this URL (410); it is made again when somebody asks for it. */
    GONE;

    /** The word that clients use. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /**
     * The state of that word.
     *
     * @throws IllegalArgumentException when no state has that word
     */
    public static DeliveryState of(String word) {
        for (DeliveryState state : values()) {
            if (state.word().equals(word)) {
                return state;
            }
        }
        throw new IllegalArgumentException("no such state");
    }
}
