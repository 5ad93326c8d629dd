package org.solitude.paymenttransaction;

/** Tells what payment providers have to do with transactions. */
public interface PaymentProviders {

    /** Returns whether a provider of this name is configured. */
    boolean isConfigured(String name);

    /** Returns whether a provider was asked, or is about to be asked, to move the money of this transaction. */
    boolean wereAskedAbout(long transaction);
}
