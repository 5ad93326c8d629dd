package org.solitude.payment;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.TransactionStatus;

/**
 * The status of a payment as its provider reports it: in a response, in an event or when asked.
 *
 * @param uuid of our transaction
 * @param status any status other than completed and failed is pending
 * @param id the provider's id of the payment, null if it is not reported
 * @param token by which the buyer pays, null if there is none
 * @param reason why the payment failed
 */
record PaymentUpdate(
        @Nullable String uuid,
        TransactionStatus status,
        @Nullable String id,
        @Nullable String token,
        @Nullable String reason) {

    /** A success that says nothing else. */
    static final PaymentUpdate PENDING = new PaymentUpdate(null, TransactionStatus.PENDING, null, null, null);

    private static final int MAX_LENGTH = 255;

    static PaymentUpdate failed(String reason) {
        return new PaymentUpdate(null, TransactionStatus.FAILED, null, null, singleLine(reason));
    }

    static PaymentUpdate of(JsonObject payment) {
        String status = Optional.ofNullable(text(payment.get("status"))).orElse("");
        return new PaymentUpdate(
                text(payment.get("uuid")),
                switch (status) {
                    case "completed" -> TransactionStatus.COMPLETED;
                    case "failed", "cancelled", "refused" -> TransactionStatus.FAILED;
                    default -> TransactionStatus.PENDING;
                },
                Optional.ofNullable(text(payment.get("resource_pk"))).orElse(text(payment.get("id"))),
                text(payment.get("token")),
                text(payment.get("reason")));
    }

    /** Returns a string or a number as one line of text; null for anything else. */
    static @Nullable String text(@Nullable JsonValue value) {
        String text = value instanceof JsonString string
                ? string.getString()
                : value instanceof JsonNumber number ? number.toString() : null;
        return text == null || text.isBlank() ? null : singleLine(text);
    }

    private static String singleLine(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) : plain;
    }
}
