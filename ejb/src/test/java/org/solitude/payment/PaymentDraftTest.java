package org.solitude.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.solitude.paymenttransaction.Money;
import org.solitude.paymenttransaction.PaymentTransactionDraft;
import org.solitude.paymenttransaction.PaymentTransactionDraft.Changeable;
import org.solitude.paymenttransaction.TransactionStatus;
import org.solitude.paymenttransaction.TransactionType;
import org.solitude.validation.Violations;

/** The text by which payment requests are compared. */
class PaymentDraftTest {

    /** The hash of this text is in the database: another form would refuse a client's retry after an upgrade. */
    @Test
    void canonicalTextKeepsItsStoredForm() {
        Money money = Money.of("5.00", "EUR", new Violations());
        PaymentTransactionDraft transaction = new PaymentTransactionDraft(
                null,
                7L,
                null,
                "reference",
                TransactionType.PAYMENT,
                null,
                "web",
                null,
                "DE",
                new Changeable(money, TransactionStatus.RECEIVED, null, null, null, "a, b"));
        assertThat(new PaymentDraft(transaction, "p-1").canonicalText())
                .isEqualTo("{\"seller_product\":\"7\",\"provider\":\"reference\",\"source\":\"web\",\"region\":\"DE\","
                        + "\"amount\":\"5.00\",\"currency\":\"EUR\",\"notes\":\"a, b\",\"product\":\"p-1\"}");
        assertThat(new PaymentDraft(transaction, "p-1").earlierCanonicalText())
                .isEqualTo("TransactionDraft[uuid=null, product=7, buyer=null, provider=reference, type=PAYMENT,"
                        + " related=null, source=web, carrier=null, region=DE,"
                        + " changes=Changeable[money=Money[amount=5.00, currency=EUR], status=RECEIVED,"
                        + " statusReason=null, uidPay=null, uidSupport=null, notes=a, b]]p-1");
    }

    /** As texts without quotes these two were equal, so the second would have got the answer of the first. */
    @Test
    void valueThatLooksLikeAnotherFieldIsAnotherPayment() {
        assertThat(draft("a, carrier=b", null).canonicalText())
                .isNotEqualTo(draft("a", "b, carrier=null").canonicalText());
        assertThat(draft("null", null).canonicalText())
                .isNotEqualTo(draft(null, null).canonicalText());
    }

    private static PaymentDraft draft(@Nullable String source, @Nullable String carrier) {
        return new PaymentDraft(
                new PaymentTransactionDraft(
                        null,
                        7L,
                        null,
                        "reference",
                        TransactionType.PAYMENT,
                        null,
                        source,
                        carrier,
                        null,
                        PaymentTransactionDraft.BLANK.changes()),
                null);
    }
}
