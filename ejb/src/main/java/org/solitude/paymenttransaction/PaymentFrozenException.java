package org.solitude.paymenttransaction;

import java.io.Serial;
import java.util.List;

/** A client wants to change a transaction whose money a provider was asked to move. The client receives a 409. */
public class PaymentFrozenException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /** @param fields those that the client wants to change, by their names in the API */
    PaymentFrozenException(String provider, List<String> fields) {
        super("The provider " + provider + " was asked to move this money, so " + String.join(", ", fields)
                + " cannot change: only what the provider reports moves it. Its notes can change.");
    }
}
