package org.solitude.payment;

import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.solitude.payment.contradiction.ContradictionKind;
import org.solitude.paymenttransaction.PaymentTransaction;
import org.solitude.paymenttransaction.TransactionStatus;

/**
 * The state of a payment as its provider reports it: in a response, in an event or when asked.
 *
 * @param uuid of our transaction
 * @param status the reported status; pending if none is reported
 * @param money the reported amount and currency
 * @param id the provider's id of the payment, null if it is not reported
 * @param token by which the buyer pays, null if there is none
 * @param reason why the payment failed
 * @param defect why the report fits no transaction at all, null if it may fit one
 */
record PaymentUpdate(
        @Nullable String uuid,
        TransactionStatus status,
        ReportedMoney money,
        @Nullable String id,
        @Nullable String token,
        @Nullable String reason,
        @Nullable Mismatch defect) {

    private static final int MAX_LENGTH = 255;

    static PaymentUpdate failed(String reason) {
        return new PaymentUpdate(
                null, TransactionStatus.FAILED, ReportedMoney.NONE, null, null, singleLine(reason), null);
    }

    /** Returns the report of a provider that has several payments of one uuid: it may have charged each. */
    static PaymentUpdate duplicate(String uuid, int payments) {
        Mismatch defect = new Mismatch(ContradictionKind.DUPLICATE, "one payment", payments + " payments");
        return new PaymentUpdate(uuid, TransactionStatus.PENDING, ReportedMoney.NONE, null, null, null, defect);
    }

    static PaymentUpdate of(JsonObject payment) {
        Optional<TransactionStatus> status = status(payment.get("status"));
        return new PaymentUpdate(
                rawText(payment.get("uuid")),
                status.orElse(TransactionStatus.PENDING),
                ReportedMoney.of(payment),
                Optional.ofNullable(text(payment.get("resource_pk"))).orElse(text(payment.get("id"))),
                text(payment.get("token")),
                text(payment.get("reason")),
                status.isPresent() ? null : unknown(String.valueOf(payment.get("status"))));
    }

    /** Returns the status that a provider's word means; empty for a word that we do not know. */
    private static Optional<TransactionStatus> status(@Nullable JsonValue reported) {
        if (reported == null || reported == JsonValue.NULL) {
            return Optional.of(TransactionStatus.PENDING);
        }
        return Optional.ofNullable(
                switch (reported instanceof JsonString word ? word.getString() : "") {
                    case "pending" -> TransactionStatus.PENDING;
                    case "completed" -> TransactionStatus.COMPLETED;
                    case "failed", "refused" -> TransactionStatus.FAILED;
                    case "cancelled", "canceled" -> TransactionStatus.CANCELLED;
                    default -> null;
                });
    }

    private static Mismatch unknown(String status) {
        return new Mismatch(ContradictionKind.UNKNOWN_STATUS, "a status that we know", singleLine(status));
    }

    /** Returns this report with another id, and without a token. */
    PaymentUpdate withUid(@Nullable String uid) {
        return new PaymentUpdate(uuid, status, money, uid, null, reason, defect);
    }

    /** Returns this report of a payment as one of what undoes the payment, which has an id and a uuid of its own. */
    PaymentUpdate ofReversal() {
        return new PaymentUpdate(null, status, money, null, null, reason, defect);
    }

    /** Returns whether our transaction can take this report. */
    boolean fits(PaymentTransaction transaction) {
        return contradictionTo(transaction).isEmpty();
    }

    /** Returns why our transaction cannot take this report, empty if it can. */
    Optional<Mismatch> contradictionTo(PaymentTransaction transaction) {
        if (defect != null) {
            return Optional.of(defect);
        }
        if (uuid != null && !uuid.equals(transaction.uuid())) {
            return Optional.of(new Mismatch(ContradictionKind.OTHER_PAYMENT, transaction.uuid(), singleLine(uuid)));
        }
        return money.differenceTo(transaction.money())
                .or(() -> difference(transaction.changeable().status()));
    }

    private Optional<Mismatch> difference(TransactionStatus present) {
        return status == present || status == TransactionStatus.PENDING || present.providerCanMoveTo(status)
                ? Optional.empty()
                : Optional.of(new Mismatch(ContradictionKind.FINAL_STATUS, present.word(), status.word()));
    }

    private static @Nullable String rawText(@Nullable JsonValue value) {
        return value instanceof JsonString string
                ? string.getString()
                : value instanceof JsonNumber number ? number.toString() : null;
    }

    /** Returns a string or a number as one line of text; null for anything else. */
    static @Nullable String text(@Nullable JsonValue value) {
        String text = rawText(value);
        return text == null || text.isBlank() ? null : singleLine(text);
    }

    static String singleLine(String text) {
        String plain = text.replaceAll("\\p{Cntrl}", " ").strip();
        return plain.length() > MAX_LENGTH ? plain.substring(0, MAX_LENGTH) : plain;
    }
}
