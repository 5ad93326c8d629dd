package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/** Tests payments with a provider that charges, refuses, declines, drops connections and loses events. */
@UsesSharedServer
class PaymentIT {

    private static final String PATH = "/provider/reference/transactions/";
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PENDING = 0;
    private static final int COMPLETED = 1;
    private static final int RECEIVED = 3;
    private static final int FAILED = 4;

    private final ReferenceProvider provider = TestServer.running().reference();
    private final SolitudeClient solitude = TestServer.client();
    private final TestShop shop = TestShop.create(solitude);
    private final String uuid = UUID.randomUUID().toString();

    @AfterEach
    void removeFaults() {
        provider.injectFaults(Faults.none());
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void paymentIsPendingUntilEventCompletesIt(CallMode mode) {
        provider.injectFaults(Faults.of("settling=PT1S"));
        ApiResponse response = mode.post(PATH, shop.payment(uuid, "5"));
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        JsonObject payment = response.json();
        assertThat(payment.getInt("status")).isEqualTo(PENDING);
        assertThat(payment.getString("provider")).isEqualTo("reference");
        assertThat(payment.getString("amount")).isEqualTo("5.00");
        assertThat(payment.getString("uid_pay")).as("the provider's token").isNotEmpty();
        assertThat(payment.getString("uid_support")).as("the provider's id").isNotEmpty();
        assertThat(response.header("Location").orElseThrow()).endsWith(payment.getString("resource_uri"));

        await("the payment has ended").atMost(SOON).until(() -> shop.status(uuid) == COMPLETED);
        assertThat(TestShop.charges(provider, uuid)).isEqualTo(1);
        assertThat(solitude.get(payment.getString("resource_uri") + "log/").text())
                .contains("\"after\":\"0\",\"before\":\"3\"")
                .contains("\"after\":\"1\",\"before\":\"0\"");
    }

    @Test
    void paymentIsNotShownWhereItsClientPrefersThat() {
        ApiResponse response = solitude.with("Prefer", "return=minimal").post(PATH, shop.payment(uuid, "5"));
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        assertThat(response.body()).isEmpty();
        assertThat(response.header("Preference-Applied")).contains("return=minimal");
        assertThat(solitude.get(response.header("Location").orElseThrow())
                        .json()
                        .getString("uuid"))
                .isEqualTo(uuid);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void refusedPaymentFailsWithReason(CallMode mode) {
        provider.injectFaults(Faults.of("refused=1"));
        ApiResponse response = mode.post(PATH, shop.payment(uuid, "5.00"));
        assertThat(response.status()).as("%s", response).isEqualTo(402);
        assertThat(response.json().getString("detail")).isEqualTo("the payment was refused");
        JsonObject transaction =
                solitude.get(response.json().getString("transaction")).json();
        assertThat(transaction.getString("uuid")).isEqualTo(uuid);
        assertThat(transaction.getInt("status")).isEqualTo(FAILED);
        assertThat(transaction.getString("status_reason")).isEqualTo("the payment was refused");
        assertThat(TestShop.charges(provider, uuid)).isZero();
    }

    @Test
    void declinedPaymentFailsWithReasonOfProvider() {
        provider.injectFaults(Faults.of("declined=1"));
        assertThat(solitude.post(PATH, shop.payment(uuid, "5.00")).status()).isEqualTo(201);
        await("the payment has ended").atMost(SOON).until(() -> shop.status(uuid) == FAILED);
        assertThat(shop.transaction(uuid).getString("status_reason")).isEqualTo("the payment was declined");
    }

    @Test
    void paymentWithoutEventIsReconciled() {
        provider.injectFaults(Faults.of("notices-lost=1"));
        assertThat(solitude.post(PATH, shop.payment(uuid, "5.00")).status()).isEqualTo(201);
        await("the payment has ended").atMost(SOON).until(() -> shop.status(uuid) == COMPLETED);
    }

    @Test
    void paymentWithLostResponseIsChargedOnceOnRetry() {
        provider.injectFaults(Faults.of("dropped-after=1", "notices-lost=1", "settling=PT20S"));
        var accepted = solitude.asynchronously().post(PATH, shop.payment(uuid, "5.00"));
        await("the provider has charged").atMost(SOON).until(() -> TestShop.charges(provider, uuid) == 1);
        provider.injectFaults(Faults.none());
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(TestShop.charges(provider, uuid)).isEqualTo(1);
        assertThat(shop.status(uuid)).isEqualTo(PENDING);
    }

    @Test
    void synchronousPaymentWithLostResponseIsReconciled() {
        provider.injectFaults(Faults.of("dropped-after=1", "notices-lost=1"));
        ApiResponse failed = solitude.post(PATH, shop.payment(uuid, "5.00"));
        assertThat(failed.status()).as("%s", failed).isEqualTo(502);
        assertThat(failed.json().getString("detail")).contains("The outcome is uncertain");
        assertThat(failed.json().getString("look_at")).isEqualTo(failed.json().getString("transaction"));
        assertThat(solitude.get(failed.json().getString("transaction")).json().getInt("status"))
                .isEqualTo(RECEIVED);
        provider.injectFaults(Faults.none());
        await("the payment has ended").atMost(SOON).until(() -> shop.status(uuid) == COMPLETED);
        assertThat(TestShop.charges(provider, uuid)).isEqualTo(1);
    }

    @Test
    void paymentUnknownToProviderFailsWhenNoAttemptIsLeft() {
        provider.injectFaults(Faults.of("unavailable=1"));
        var accepted = solitude.asynchronously().post(PATH, shop.payment(uuid, "5.00"));
        assertThat(accepted.awaitReplay().status()).isEqualTo(503);
        assertThat(shop.status(uuid)).isEqualTo(RECEIVED);
        provider.injectFaults(Faults.none());
        await("the payment has ended").atMost(SOON).until(() -> shop.status(uuid) == FAILED);
        assertThat(shop.transaction(uuid).getString("status_reason")).contains("nothing was charged");
        assertThat(TestShop.charges(provider, uuid)).isZero();
    }

    @Test
    void repeatedKeyIsOnePayment() {
        SolitudeClient keyed = solitude.with("Idempotency-Key", "\"" + uuid + "\"");
        ApiResponse first = keyed.post(PATH, shop.payment(uuid, "5.00"));
        ApiResponse second = keyed.post(PATH, shop.payment(uuid, "5.00"));
        assertThat(first.status()).isEqualTo(201);
        assertThat(second.status()).isEqualTo(201);
        assertThat(second.json().getInt("resource_pk")).isEqualTo(first.json().getInt("resource_pk"));
        assertThat(TestShop.charges(provider, uuid)).isEqualTo(1);
        assertThat(keyed.post(PATH, shop.payment(uuid, "6.00")).status()).isEqualTo(422);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{}; seller_product",
                "{}; amount",
                "{}; currency",
                "{\"amount\": \"-1\", \"currency\": \"EUR\"}; amount",
                "{\"amount\": \"1e9\", \"currency\": \"EUR\"}; amount",
                "{\"amount\": \"9999999999999999999\", \"currency\": \"EUR\"}; amount",
                "{\"amount\": 5, \"currency\": \"EUR\"}; amount",
                "{\"amount\": \"5\", \"currency\": \"XXQ\"}; currency",
                "{\"amount\": \"5.001\", \"currency\": \"EUR\"}; amount",
                "{\"seller_product\": \"/generic/buyer/1/\"}; seller_product",
                "{\"seller_product\": \"/generic/product/999999999/\", \"amount\": \"5\", \"currency\": \"EUR\"}; seller_product",
                "{\"buyer\": 7}; buyer",
                "{\"status\": 1}; status",
                "{\"provider\": \"frail\"}; provider",
                "{\"uid_pay\": \"1\"}; uid_pay",
                "{\"colour\": \"red\"}; colour",
                "{\"amount\": \"1\", \"amount\": \"2\"}; amount"
            })
    void malformedPaymentIs422ThatNamesField(String body, String field) {
        long before = provider.ledger().charges().size();
        for (CallMode mode : CallMode.values()) {
            ApiResponse response = mode.post(PATH, body);
            assertThat(response.status()).as("%s", response).isEqualTo(422);
            assertThat(response.json().getJsonObject("errors")).containsKey(field);
        }
        assertThat(provider.ledger().charges()).hasSize((int) before);
    }

    @Test
    void takenUuidIsRefusedBeforeProviderIsCalled() {
        assertThat(solitude.post(PATH, shop.payment(uuid, "5.00")).status()).isEqualTo(201);
        for (CallMode mode : CallMode.values()) {
            ApiResponse again = mode.post(PATH, shop.payment(uuid, "5.00"));
            assertThat(again.status()).isEqualTo(422);
            assertThat(again.json().getJsonObject("errors")).containsOnlyKeys("uuid");
        }
        assertThat(TestShop.charges(provider, uuid)).isEqualTo(1);
    }
}
