package org.solitude.provider;

/** How far a journaled call has come, and so whether it may be sent. */
public enum CallState {

    /** The provider cannot have received it. */
    NEW,

    /** The provider may have received it and has given no final response. */
    UNDECIDED,

    /** The provider gave a final response, which is in the journal. The call is not sent any more. */
    ANSWERED,

    /**
     * The provider has reported by itself, or when it was asked, on what the call is for, so it has received the call.
     * The call is not sent any more.
     */
    REPORTED,

    /** The provider is known never to have received the call, and it is not sent any more. */
    ABANDONED;

    /** Returns whether the call may be sent. */
    boolean isOpen() {
        return this == NEW || this == UNDECIDED;
    }
}
