package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.solitude.harness.ScriptedProvider.drop;
import static org.solitude.harness.ScriptedProvider.json;
import static org.solitude.provider.ScriptedPayments.unknown;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests that nobody is charged twice and no charge is forgotten by a provider that forgets keys, loses answers and
 * gives odd ones.
 */
@UsesSharedServer
class MisbehavingProviderIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PENDING = 0;
    private static final int COMPLETED = 1;
    private static final int RECEIVED = 3;
    private static final int FAILED = 4;

    private final SolitudeClient solitude = TestServer.client();
    private final TestShop shop = TestShop.create(solitude);
    private final ScriptedPayments payment = ScriptedPayments.ofNewPayment();

    @AfterEach
    void forgetScript() {
        payment.close();
    }

    @Test
    void keyRepeatedAfterInquirySettledPaymentChargesOnce() {
        payment.onCharge(drop(), payment.charged("pending", ""));
        payment.onInquiry(payment.known("completed", ", \"id\": \"%s\"".formatted(payment.uuid())));
        SolitudeClient keyed = solitude.with("Idempotency-Key", "\"" + payment.uuid() + "\"");
        assertThat(pay(keyed).status()).isEqualTo(502);
        await("the inquiry has settled it").atMost(SOON).until(() -> status() == COMPLETED);

        ApiResponse repeat = pay(keyed);

        assertThat(repeat.status()).as("%s", repeat).isEqualTo(201);
        assertThat(repeat.json().getInt("status")).isEqualTo(COMPLETED);
        assertThat(repeat.json().getString("uuid")).isEqualTo(payment.uuid());
        assertThat(payment.charges()).hasSize(1);
    }

    @Test
    void taskRetriedAfterEventCompletedPaymentChargesOnce() {
        payment.onCharge(payment.provider().hang(), payment.charged("pending", ""));
        payment.onInquiry(unknown());
        AcceptedTask task = submit();
        await("the provider is asked")
                .atMost(SOON)
                .until(() -> payment.charges().size() == 1);
        assertThat(payment.send("completed", "").status()).isEqualTo(204);

        payment.provider().answerHanging(503, "{}");

        ApiResponse replay = task.awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.json().getInt("status")).isEqualTo(COMPLETED);
        assertThat(payment.charges()).hasSize(1);
    }

    @Test
    void redrivenTaskOfSettledPaymentChargesNoMore() {
        payment.onCharge(json(503, "{}"));
        payment.onInquiry(json(503, "{}"));
        AcceptedTask task = submit();
        assertThat(task.awaitReplay().status()).isEqualTo(503);
        int charges = payment.charges().size();
        assertThat(payment.send("failed", ", \"reason\": \"no money\"").status())
                .isEqualTo(204);
        payment.onCharge(payment.charged("pending", ""));

        assertThat(TestServer.operator()
                        .post("/operations/redrive/" + task.uuid() + "/", "")
                        .status())
                .isEqualTo(202);

        await("the task has run again")
                .atMost(SOON)
                .until(() -> task.askForResult().text().contains("\"state\":\"done\""));
        ApiResponse replay = task.askForReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.json().getInt("status")).isEqualTo(FAILED);
        assertThat(replay.json().getString("status_reason")).isEqualTo("no money");
        assertThat(payment.charges()).hasSize(charges);
    }

    @Test
    void undecidedChargeIsAskedForAgainOnlyIfProviderDoesNotKnowIt() {
        payment.onCharge(drop(), payment.charged("pending", ""));
        payment.onInquiry(payment.known("pending", ", \"token\": \"%s\"".formatted(payment.uuid())));
        ApiResponse replay = submit().awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.json().getInt("status")).isEqualTo(PENDING);
        assertThat(replay.json().getString("uid_pay")).isEqualTo(payment.uuid());
        assertThat(payment.charges())
                .as("the provider may have forgotten the key")
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 402, 404, 405, 409, 410, 418, 422, 451})
    void oddAnswerAfterUndecidedChargeIsInquiry(int status) {
        payment.onCharge(drop(), json(status, "{\"message\": \"what?\"}"));
        payment.onInquiry(unknown(), payment.known("completed", ""));
        ApiResponse replay = submit().awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.json().getInt("status")).isEqualTo(COMPLETED);
        assertThat(status()).isEqualTo(COMPLETED);
    }

    @ParameterizedTest
    @ValueSource(ints = {404, 405, 410, 451})
    void chargeIsAskedForAgainAfterOddAnswerIfProviderDoesNotKnowIt(int status) {
        payment.onCharge(json(503, "{}"), json(status, "{}"), payment.charged("pending", ""));
        payment.onInquiry(unknown());
        ApiResponse replay = submit().awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(status()).isEqualTo(PENDING);
        assertThat(payment.charges())
                .extracting(call -> call.header("Idempotency-Key"))
                .hasSize(3)
                .containsOnly(payment.charges().get(0).header("Idempotency-Key"));
    }

    @Test
    void refusalAfterUndecidedChargeIsRefusalIfProviderDoesNotKnowIt() {
        payment.onCharge(json(503, "{}"), json(402, "{\"message\": \"no money\"}"));
        payment.onInquiry(unknown());
        ApiResponse replay = submit().awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(402);
        assertThat(status()).isEqualTo(FAILED);
        assertThat(shop.transaction(payment.uuid()).getString("status_reason")).isEqualTo("no money");
    }

    @Test
    void chargeStaysUndecidedWhileInquiryFails() {
        payment.onCharge(drop(), json(404, "{}"));
        payment.onInquiry(json(404, "{}"));
        ApiResponse replay = submit().awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(503);
        assertThat(replay.json().getString("detail")).contains("not known");
        assertThat(status()).isEqualTo(RECEIVED);
        assertThat(payment.charges()).hasSize(1);

        payment.onInquiry(payment.known("completed", ""));
        await("the inquiry has settled it").atMost(SOON).until(() -> status() == COMPLETED);
    }

    /** A provider that ignores the filter lists other payments; that says nothing about ours. */
    @Test
    void inquiryThatFindsOtherPaymentsDecidesNothing() {
        payment.onCharge(drop(), payment.charged("pending", ""));
        payment.onInquiry(ScriptedPayments.found("{\"uuid\": \"another\", \"status\": \"failed\"}"));
        ApiResponse replay = submit().awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(503);
        assertThat(status()).isEqualTo(RECEIVED);
        assertThat(payment.charges()).hasSize(1);
    }

    @Test
    void successWithoutObjectIsUndecided() {
        payment.onCharge(json(200, "[]"));
        payment.onInquiry(payment.known("completed", ""));
        ApiResponse replay = submit().awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.json().getInt("status")).isEqualTo(COMPLETED);
        assertThat(payment.charges()).hasSize(1);
    }

    @Test
    void refusalThatArrivesAfterCompletionDoesNotFailPayment() {
        payment.onCharge(payment.provider().hang());
        payment.onInquiry(unknown());
        AcceptedTask task = submit();
        await("the provider is asked")
                .atMost(SOON)
                .until(() -> payment.charges().size() == 1);
        assertThat(payment.send("completed", "").status()).isEqualTo(204);

        payment.provider().answerHanging(404, "{}");

        ApiResponse replay = task.awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.json().getInt("status")).isEqualTo(COMPLETED);
    }

    @Test
    void undecidedRefundIsAskedForAgainOnlyIfProviderDoesNotKnowIt() {
        payment.onCharge(payment.charged("completed", ", \"id\": \"%s\"".formatted(payment.uuid())));
        assertThat(pay(solitude).status()).isEqualTo(201);
        String refund = UUID.randomUUID().toString();
        String remotePath = "/scripted/v1/transactions/" + payment.uuid() + "/refunds/";
        payment.provider().on("POST " + remotePath, drop(), json(201, "{\"status\": \"pending\"}"));
        payment.provider()
                .on(
                        "GET " + remotePath,
                        ScriptedPayments.found("{\"uuid\": \"%s\", \"status\": \"completed\"}".formatted(refund)));

        ApiResponse replay = solitude.asynchronously()
                .post(
                        ScriptedPayments.PATH + payment.uuid() + "/refunds/",
                        "{\"uuid\": \"%s\", \"amount\": \"2.00\", \"currency\": \"EUR\"}".formatted(refund))
                .awaitReplay();

        assertThat(replay.status()).as("%s", replay).isEqualTo(201);
        assertThat(replay.json().getInt("status")).isEqualTo(COMPLETED);
        assertThat(payment.provider().calls(remotePath))
                .extracting(call -> call.method())
                .containsExactly("POST", "GET");
    }

    private ApiResponse pay(SolitudeClient client) {
        return client.post(ScriptedPayments.PATH, shop.payment(payment.uuid(), "5.00"));
    }

    private AcceptedTask submit() {
        return solitude.asynchronously().post(ScriptedPayments.PATH, shop.payment(payment.uuid(), "5.00"));
    }

    private int status() {
        return shop.status(payment.uuid());
    }
}
