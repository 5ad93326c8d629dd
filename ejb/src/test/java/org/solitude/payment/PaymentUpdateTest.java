package org.solitude.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.solitude.paymenttransaction.TransactionStatus;

/** Reading a provider's report of a payment. */
class PaymentUpdateTest {

    private static PaymentUpdate of(String json) {
        JsonObject payment = Json.createReader(new StringReader(json)).readObject();
        return PaymentUpdate.of(payment);
    }

    @ParameterizedTest
    @CsvSource({"completed, COMPLETED", "failed, FAILED", "cancelled, FAILED", "pending, PENDING", "whatever, PENDING"})
    void unknownStatusIsPending(String reported, TransactionStatus status) {
        assertThat(of("{\"status\": \"" + reported + "\"}").status()).isEqualTo(status);
    }

    @Test
    void missingOrMalformedMembersAreNull() {
        PaymentUpdate update = of("{\"status\": {}, \"uuid\": [], \"token\": \" \", \"resource_pk\": null}");
        assertThat(update).isEqualTo(new PaymentUpdate(null, TransactionStatus.PENDING, null, null, null));
    }

    @Test
    void idCanBeANumber() {
        assertThat(of("{\"resource_pk\": 7}").id()).isEqualTo("7");
        assertThat(of("{\"id\": \"p-7\"}").id()).isEqualTo("p-7");
    }

    @ParameterizedTest
    @CsvSource({
        "RECEIVED, PENDING, true",
        "RECEIVED, COMPLETED, true",
        "RECEIVED, FAILED, true",
        "PENDING, COMPLETED, true",
        "PENDING, FAILED, true",
        "PENDING, RECEIVED, false",
        "COMPLETED, FAILED, false",
        "FAILED, COMPLETED, false",
        "CANCELLED, COMPLETED, false",
        "COMPLETED, PENDING, false"
    })
    void providerMovesAPaymentForwardOnly(TransactionStatus from, TransactionStatus to, boolean allowed) {
        assertThat(from.providerCanMoveTo(to)).isEqualTo(allowed);
    }
}
