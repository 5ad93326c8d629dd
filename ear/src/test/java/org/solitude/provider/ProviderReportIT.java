package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ScriptedProvider;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that what a provider reports of a payment is compared with our transaction, and applied only if it fits. */
@UsesSharedServer
class ProviderReportIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PENDING = 0;
    private static final int COMPLETED = 1;
    private static final int RECEIVED = 3;
    private static final int CANCELLED = 5;

    private final SolitudeClient solitude = TestServer.client();
    private final TestShop shop = TestShop.create(solitude);
    private final ScriptedPayments payment = ScriptedPayments.ofNewPayment();

    @AfterEach
    void forgetScript() {
        payment.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"amount\": \"500.00\", \"currency\": \"EUR\"; amount",
                "\"amount\": \"5.00\", \"currency\": \"USD\"; currency",
                "\"amount\": 4.99; amount",
                "\"amount\": \"five\"; amount",
                "\"amount\": {}; amount",
                "\"currency\": 7; currency"
            })
    void reportOfOtherMoneyMovesNothing(String money, String contradiction) {
        String more = ", " + money;
        payment.onCharge(payment.charged("pending", ""));
        payment.onInquiry(payment.known("completed", more));
        assertThat(pay().status()).isEqualTo(201);
        assertThat(payment.send("completed", more).status()).isEqualTo(204);
        awaitInquiries();
        assertThat(status()).isEqualTo(PENDING);
        assertThat(shop.contradictions(payment.uuid())).containsExactly(contradiction);

        payment.onInquiry(payment.known("completed", ", \"amount\": 5.0, \"currency\": \"EUR\""));
        await("the right amount has completed it").atMost(SOON).until(() -> status() == COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"5\"", "\"5.00\"", "\"5.0000\"", "5", "5.0", "null"})
    void amountsAreComparedAsDecimals(String amount) {
        payment.onCharge(payment.charged("completed", ", \"amount\": %s, \"currency\": \"EUR\"".formatted(amount)));
        ApiResponse paid = pay();
        assertThat(paid.status()).as("%s", paid).isEqualTo(201);
        assertThat(paid.json().getInt("status")).isEqualTo(COMPLETED);
    }

    @ParameterizedTest
    @CsvSource({"amount, 500.00, amount", "currency, USD, currency", "uuid, another, other_payment"})
    void answerThatDoesNotFitLeavesOutcomeUncertain(String member, String value, String contradiction) {
        JsonObject document = Json.createObjectBuilder()
                .add("uuid", payment.uuid())
                .add("status", "completed")
                .add(member, value)
                .build();
        payment.onCharge(ScriptedProvider.json(201, document.toString()));
        payment.onInquiry(ScriptedPayments.unknown());
        SolitudeClient keyed = solitude.with("Idempotency-Key", "\"" + payment.uuid() + "\"");
        for (int attempt = 1; attempt <= 2; attempt++) {
            ApiResponse uncertain = keyed.post(ScriptedPayments.PATH, shop.payment(payment.uuid(), "5.00"));
            assertThat(uncertain.status()).as("%s", uncertain).isIn(502, 503);
            assertThat(uncertain.json().getString("transaction")).isNotEmpty();
        }
        assertThat(status()).isEqualTo(RECEIVED);
        assertThat(shop.contradictions(payment.uuid())).contains(contradiction);
        assertThat(payment.charges()).as("it may have been charged").hasSize(1);

        payment.onInquiry(payment.known("completed", ""));
        await("the provider has corrected itself").atMost(SOON).until(() -> status() == COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refunded", "disputed", "charged_back", "COMPLETED"})
    void unknownStateIsNotAppliedByEventOrInquiry(String state) {
        payment.onCharge(ScriptedProvider.drop());
        payment.onInquiry(payment.known(state, ""));
        assertThat(pay().status()).isEqualTo(502);
        assertThat(payment.send(state, "").status()).isEqualTo(204);
        awaitInquiries();
        assertThat(status()).isEqualTo(RECEIVED);
        assertThat(shop.contradictions(payment.uuid())).containsExactly("unknown_status");
    }

    @Test
    void unknownStateInAnswerIsNotPending() {
        payment.onCharge(payment.charged("disputed", ""));
        payment.onInquiry(payment.known("disputed", ""));
        ApiResponse uncertain = pay();
        assertThat(uncertain.status()).as("%s", uncertain).isEqualTo(502);
        assertThat(uncertain.json().getString("detail")).contains("unknown_status", "uncertain");
        assertThat(status()).isEqualTo(RECEIVED);
        assertThat(shop.contradictions(payment.uuid())).containsExactly("unknown_status");
    }

    @Test
    void paymentOfWhichProviderSentUnknownStateIsNotChargedAgain() {
        payment.onCharge(payment.provider().hang(), payment.charged("pending", ""));
        payment.onInquiry(ScriptedPayments.unknown());
        var task = solitude.asynchronously().post(ScriptedPayments.PATH, shop.payment(payment.uuid(), "5.00"));
        await("the provider is asked")
                .atMost(SOON)
                .until(() -> payment.charges().size() == 1);
        assertThat(payment.send("disputed", "").status()).isEqualTo(204);
        payment.provider().answerHanging(503, "{}");
        assertThat(task.awaitReplay().status()).isEqualTo(503);
        assertThat(payment.charges()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cancelled", "canceled"})
    void cancelledPaymentIsCancelled(String state) {
        payment.onCharge(payment.charged("pending", ""));
        payment.onInquiry(payment.known("pending", ""));
        assertThat(pay().status()).isEqualTo(201);
        assertThat(payment.send(state, ", \"reason\": \"the buyer left\"").status())
                .isEqualTo(204);
        assertThat(status()).isEqualTo(CANCELLED);
        assertThat(shop.transaction(payment.uuid()).getString("status_reason")).isEqualTo("the buyer left");
    }

    /** Two records of one payment at the provider are two charges, perhaps. */
    @Test
    void inquiryThatFindsPaymentTwiceMovesNothing() {
        payment.onCharge(payment.charged("pending", ""));
        payment.onInquiry(ScriptedPayments.found(payment.document("failed", ""), payment.document("completed", "")));
        assertThat(pay().status()).isEqualTo(201);
        awaitInquiries();
        assertThat(status()).isEqualTo(PENDING);
        assertThat(shop.contradictions(payment.uuid())).containsExactly("duplicate");
    }

    private ApiResponse pay() {
        return solitude.post(ScriptedPayments.PATH, shop.payment(payment.uuid(), "5.00"));
    }

    /** Waits until an inquiry of this payment has been applied: the next one has begun. */
    private void awaitInquiries() {
        long before = payment.inquiries();
        await("two more inquiries").atMost(SOON).until(() -> payment.inquiries() >= before + 2);
    }

    private int status() {
        return shop.status(payment.uuid());
    }
}
