package org.solitude.payment;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.StringReader;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.payment.contradiction.ContradictionKind;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.TransactionStatus;

/** Reading a provider's report of a payment. */
class PaymentUpdateTest {

    private static final Money FIVE_EUROS = new Money(new BigDecimal("5.00"), "EUR");

    private static PaymentUpdate of(String json) {
        JsonObject payment = Json.createReader(new StringReader(json)).readObject();
        return PaymentUpdate.of(payment);
    }

    @ParameterizedTest
    @CsvSource({
        "completed, COMPLETED",
        "failed, FAILED",
        "refused, FAILED",
        "cancelled, CANCELLED",
        "canceled, CANCELLED",
        "pending, PENDING"
    })
    void knownStatusIsRead(String reported, TransactionStatus status) {
        PaymentUpdate update = of("{\"status\": \"" + reported + "\"}");
        assertThat(update.status()).isEqualTo(status);
        assertThat(update.defect()).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"refunded\"", "\"disputed\"", "\"Completed\"", "\"\"", "1", "{}"})
    void unknownStatusMakesReportUnusable(String reported) {
        assertThat(of("{\"status\": " + reported + "}").defect())
                .extracting(Mismatch::kind, Mismatch::theirs)
                .containsExactly(ContradictionKind.UNKNOWN_STATUS, reported);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"status\": null}"})
    void reportWithoutStatusIsPending(String report) {
        assertThat(of(report)).isEqualTo(of("{}"));
        assertThat(of(report).status()).isEqualTo(TransactionStatus.PENDING);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "{\"amount\": null, \"currency\": null}",
                "{\"amount\": \"5\"}",
                "{\"amount\": 5.0000}",
                "{\"amount\": \"5.00\", \"currency\": \"EUR\"}",
                "{\"currency\": \"eur\"}"
            })
    void sameMoneyIsNoDifference(String report) {
        assertThat(of(report).money().differenceTo(FIVE_EUROS)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"amount\": \"5.01\"}",
                "{\"amount\": -5}",
                "{\"amount\": \"five\"}",
                "{\"amount\": 5e99999999}",
                "{\"amount\": []}",
                "{\"amount\": \"5.00\", \"currency\": \"USD\"}",
                "{\"currency\": 978}",
                "{\"currency\": \"\"}"
            })
    void otherOrUnreadableMoneyIsDifference(String report) {
        assertThat(of(report).money().differenceTo(FIVE_EUROS))
                .map(Mismatch::ours)
                .contains("5.00 EUR");
    }

    @Test
    void missingOrMalformedMembersAreNull() {
        assertThat(of("{\"uuid\": [], \"token\": \" \", \"resource_pk\": null}"))
                .isEqualTo(of("{}"));
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
        "PENDING, CANCELLED, true",
        "RECEIVED, CANCELLED, true",
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
