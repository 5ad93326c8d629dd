package org.solitude.payment;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.paymenttransaction.TransactionStatus;

/**
 * What a provider says of one payment: in its answer, in a notice, or when it is asked later.
 *
 * @param uuid our transaction's
 * @param status where the payment is; what is neither completed nor failed is pending
 * @param id the provider's own, null where it does not say
 * @param token by which the buyer pays, null where the provider has none
 * @param reason why it failed
 */
record PaymentUpdate(
        @Nullable String uuid,
        TransactionStatus status,
        @Nullable String id,
        @Nullable String token,
        @Nullable String reason) {

    private static final int MAX_LENGTH = 255;

    static PaymentUpdate failed(String reason) {
        return new PaymentUpdate(null, TransactionStatus.FAILED, null, null, singleLine(reason));
    }

    static PaymentUpdate of(JsonObject said) {
        String status = Optional.ofNullable(text(said.get("status"))).orElse("");
        return new PaymentUpdate(
                text(said.get("uuid")),
                switch (status) {
                    case "completed" -> TransactionStatus.COMPLETED;
                    case "failed", "cancelled", "refused" -> TransactionStatus.FAILED;
                    default -> TransactionStatus.PENDING;
                },
                Optional.ofNullable(text(said.get("resource_pk"))).orElse(text(said.get("id"))),
                text(said.get("token")),
                text(said.get("reason")));
    }

    private static @Nullable String text(@Nullable JsonValue value) {
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
