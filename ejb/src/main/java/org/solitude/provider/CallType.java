package org.solitude.provider;

/**
 * What a call to a provider is for. Types have limits and circuit breakers of their own, so that none of them starves
 * another and a read that fails stops no payment.
 */
enum CallType {

    /** A read of a client, on its HTTP thread. */
    CLIENT_READ,

    /** A synchronous write of a client, on its HTTP thread. */
    CLIENT_WRITE,

    /** A write of a task, on the thread of its replay. */
    TASK_WRITE,

    /** A question about a payment that a client's odd answer makes necessary, on its HTTP thread. */
    CLIENT_INQUIRY,

    /** Any other question about a payment: of a task, or of the reconciliation. */
    INQUIRY;

    /** Returns whether a client waits on an HTTP thread. */
    boolean holdsHttpThread() {
        return this == CLIENT_READ || this == CLIENT_WRITE || this == CLIENT_INQUIRY;
    }

    /** Returns whether the call may change something at the provider. */
    boolean isWrite() {
        return this == CLIENT_WRITE || this == TASK_WRITE;
    }
}
