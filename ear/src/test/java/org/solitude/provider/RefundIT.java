package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Charge;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/** Tests refunds and chargebacks of payments of 5.00 EUR with the reference provider. */
@UsesSharedServer
class RefundIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final int PENDING = 0;
    private static final int COMPLETED = 1;
    private static final int RECEIVED = 3;
    private static final int FAILED = 4;
    private static final int REFUND = 1;
    private static final int REVERSAL = 2;

    private final ReferenceProvider provider = TestServer.running().reference();
    private final SolitudeClient solitude = TestServer.client();
    private final TestShop shop = TestShop.create(solitude);
    private final String uuid = UUID.randomUUID().toString();
    private final String refund = UUID.randomUUID().toString();
    private final String path = "/provider/reference/transactions/" + uuid + "/refunds/";

    @BeforeEach
    void completePayment() {
        provider.injectFaults(Faults.none());
        pay(uuid);
        await("the payment is completed").atMost(SOON).until(() -> shop.status(uuid) == COMPLETED);
    }

    @AfterEach
    void removeFaults() {
        provider.injectFaults(Faults.none());
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void refundIsRelatedTransactionThatProviderCompletes(CallMode mode) {
        provider.injectFaults(Faults.of("settling=PT1S"));
        ApiResponse response = mode.post(path, json("2.00", "EUR"));
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        JsonObject created = response.json();
        assertThat(created.getInt("type")).isEqualTo(REFUND);
        assertThat(created.getInt("status")).isEqualTo(PENDING);
        assertThat(created.getString("amount")).isEqualTo("2.00");
        assertThat(created.getString("related"))
                .isEqualTo(shop.transaction(uuid).getString("resource_uri"));
        assertThat(response.header("Location").orElseThrow()).endsWith(created.getString("resource_uri"));
        await("the refund has ended").atMost(SOON).until(() -> shop.status(refund) == COMPLETED);
        assertThat(shop.transaction(uuid).getJsonArray("relations")).hasSize(1);
        assertThat(shop.status(uuid)).as("the payment stays completed").isEqualTo(COMPLETED);
        assertThat(provider.ledger().left(uuid)).isEqualByComparingTo("3.00");
    }

    @Test
    void refundWithoutAmountGivesBackWhatIsLeft() {
        assertThat(solitude.post(path, json("2.00", "EUR")).status()).isEqualTo(201);
        ApiResponse rest = solitude.post(path, "{}");
        assertThat(rest.json().getString("amount")).isEqualTo("3.00");
        ApiResponse nothing = solitude.post(path, "{}");
        assertThat(nothing.status()).isEqualTo(422);
        assertThat(nothing.json().getJsonObject("errors")).containsOnlyKeys("amount");
        assertThat(provider.ledger().left(uuid)).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{\"amount\": \"5.01\", \"currency\": \"EUR\"}; amount",
                "{\"amount\": \"5\", \"currency\": \"JPY\"}; currency",
                "{\"amount\": \"5\"}; currency",
                "{\"amount\": \"0\", \"currency\": \"EUR\"}; amount",
                "{\"amount\": 5, \"currency\": \"EUR\"}; amount",
                "{\"uuid\": \"\"}; uuid",
                "{\"status\": 1}; status",
                "{\"related\": \"/generic/transaction/1/\"}; related",
                "{\"colour\": \"red\"}; colour"
            })
    void refundThatDoesNotFitIs422ThatNamesField(String body, String field) {
        for (CallMode mode : CallMode.values()) {
            ApiResponse response = mode.post(path, body);
            assertThat(response.status()).as("%s", response).isEqualTo(422);
            assertThat(response.json().getJsonObject("errors")).containsKey(field);
        }
        assertThat(provider.ledger().refundsOf(uuid)).isEmpty();
    }

    @Test
    void concurrentRefundsNeverExceedPayment() {
        List<Integer> statuses = IntStream.range(0, 10)
                .parallel()
                .mapToObj(number -> solitude.post(path, "{\"amount\": \"2.00\", \"currency\": \"EUR\"}")
                        .status())
                .toList();
        assertThat(statuses).containsOnly(201, 422);
        assertThat(statuses.stream().filter(status -> status == 201)).hasSize(2);
        assertThat(provider.ledger().left(uuid)).isEqualByComparingTo("1.00");
    }

    @Test
    void undecidedRefundCountsUntilProviderRefusesIt() {
        provider.injectFaults(Faults.of("unavailable=1"));
        ApiResponse unanswered =
                solitude.asynchronously().post(path, json("4.00", "EUR")).awaitReplay();
        assertThat(unanswered.status()).as("%s", unanswered).isEqualTo(503);
        assertThat(solitude.get(unanswered.json().getString("transaction"))
                        .json()
                        .getInt("status"))
                .isEqualTo(RECEIVED);
        assertThat(solitude.post(path, "{\"amount\": \"2.00\", \"currency\": \"EUR\"}")
                        .status())
                .isEqualTo(422);
        provider.injectFaults(Faults.of("declined=1"));
        await("the inquiry finds that the provider does not know it")
                .atMost(SOON)
                .until(() -> shop.status(refund) == FAILED);
        assertThat(solitude.post(path, "{}").json().getString("amount")).isEqualTo("5.00");
    }

    @Test
    void onlyCompletedPaymentOfThisProviderCanBeRefunded() {
        provider.injectFaults(Faults.of("settling=PT1H"));
        String open = UUID.randomUUID().toString();
        pay(open);
        ApiResponse response = solitude.post("/provider/reference/transactions/" + open + "/refunds/", "{}");
        assertThat(response.status()).as("%s", response).isEqualTo(422);
        assertThat(response.json().getJsonObject("errors")).containsOnlyKeys("related");
        assertThat(solitude.post("/provider/scripted/transactions/" + uuid + "/refunds/", "{}")
                        .status())
                .isEqualTo(404);
        assertThat(solitude.post("/provider/reference/transactions/" + UUID.randomUUID() + "/refunds/", "{}")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"refunds", "%72efunds/", "REFUNDS/", "refunds/"})
    void noSpellingOfThePathRefundsPastOurBooks(String spelling) {
        String theirs = shop.transaction(uuid).getString("uid_support");
        ApiResponse response =
                solitude.post("/provider/reference/transactions/" + theirs + "/" + spelling, json("2.00", "EUR"));
        assertThat(response.status()).as("%s", response).isEqualTo(404);
        assertThat(provider.ledger().refundsOf(uuid)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void refusedRefundFailsWithReason(CallMode mode) {
        provider.injectFaults(Faults.of("refused=1"));
        ApiResponse response = mode.post(path, json("2.00", "EUR"));
        assertThat(response.status()).as("%s", response).isEqualTo(402);
        assertThat(shop.status(refund)).isEqualTo(FAILED);
        assertThat(shop.transaction(refund).getString("status_reason")).isEqualTo("the refund was refused");
        assertThat(provider.ledger().left(uuid)).isEqualByComparingTo("5.00");
    }

    @Test
    void declinedRefundFailsWithReasonOfProvider() {
        provider.injectFaults(Faults.of("declined=1"));
        assertThat(solitude.post(path, json("2.00", "EUR")).status()).isEqualTo(201);
        await("the refund has ended").atMost(SOON).until(() -> shop.status(refund) == FAILED);
        assertThat(shop.transaction(refund).getString("status_reason")).isEqualTo("the refund was declined");
    }

    @Test
    void refundWithLostResponseIsMadeOnceOnRetry() {
        provider.injectFaults(Faults.of("dropped-after=1", "notices-lost=1", "settling=PT20S"));
        var accepted = solitude.asynchronously().post(path, json("2.00", "EUR"));
        await("the provider has refunded")
                .atMost(SOON)
                .until(() -> provider.ledger().refundsOf(uuid).size() == 1);
        provider.injectFaults(Faults.none());
        assertThat(accepted.awaitReplay().status()).isEqualTo(201);
        assertThat(provider.ledger().refundsOf(uuid)).hasSize(1);
    }

    @Test
    void synchronousRefundWithLostResponseIsReconciled() {
        provider.injectFaults(Faults.of("dropped-after=1", "notices-lost=1"));
        assertThat(solitude.post(path, json("2.00", "EUR")).status()).isEqualTo(502);
        provider.injectFaults(Faults.none());
        await("the refund has ended").atMost(SOON).until(() -> shop.status(refund) == COMPLETED);
        assertThat(provider.ledger().refundsOf(uuid)).hasSize(1);
    }

    @Test
    void repeatedKeyIsOneRefund() {
        SolitudeClient keyed = solitude.with("Idempotency-Key", "\"" + refund + "\"");
        String body = "{\"amount\": \"1.00\", \"currency\": \"EUR\"}";
        ApiResponse first = keyed.post(path, body);
        ApiResponse second = keyed.post(path, body);
        assertThat(first.status()).as("%s", first).isEqualTo(201);
        assertThat(second.json().getInt("resource_pk")).isEqualTo(first.json().getInt("resource_pk"));
        assertThat(provider.ledger().refundsOf(uuid)).hasSize(1);
        assertThat(keyed.post(path, "{}").status()).isEqualTo(422);
    }

    @Test
    void chargebackIsRelatedReversal() {
        Charge charge = provider.ledger().chargesOf(uuid).get(0);
        provider.chargeBack(charge, "cb-" + uuid, "pending");
        await("the dispute is recorded").atMost(SOON).until(() -> relations().size() == 1);
        JsonObject reversal = relations().getJsonObject(0);
        assertThat(reversal.getInt("type")).isEqualTo(REVERSAL);
        assertThat(reversal.getInt("status")).isEqualTo(PENDING);
        assertThat(reversal.getString("amount")).isEqualTo("5.00");
        assertThat(solitude.post(path, json("1.00", "EUR")).status())
                .as("the bank takes the money back already")
                .isEqualTo(422);
        provider.chargeBack(charge, "cb-" + uuid, "failed");
        await("the payment stands")
                .atMost(SOON)
                .until(() -> relations().getJsonObject(0).getInt("status") == FAILED);
        assertThat(relations()).hasSize(1);
        assertThat(contradictions()).isEmpty();
    }

    @Test
    void chargebackOfRefundedPaymentIsRecordedAndRaised() {
        assertThat(solitude.post(path, json("2.00", "EUR")).status()).isEqualTo(201);
        provider.chargeBack(provider.ledger().chargesOf(uuid).get(0), "cb-" + uuid, "completed");
        await("the chargeback is raised")
                .atMost(SOON)
                .until(() -> contradictions().size() == 1);
        assertThat(contradictions().getJsonObject(0).getString("kind")).isEqualTo("chargeback");
        assertThat(relations()).hasSize(2);
    }

    private JsonArray relations() {
        return shop.transaction(uuid).getJsonArray("relations");
    }

    private JsonArray contradictions() {
        return TestServer.operator()
                .get("/operations/contradictions/?transaction="
                        + shop.transaction(uuid).getString("resource_uri"))
                .json()
                .getJsonArray("objects");
    }

    private void pay(String payment) {
        ApiResponse paid = solitude.post("/provider/reference/transactions/", shop.payment(payment, "5.00"));
        assertThat(paid.status()).as("%s", paid).isEqualTo(201);
    }

    private String json(String amount, String currency) {
        return "{\"uuid\": \"%s\", \"amount\": \"%s\", \"currency\": \"%s\"}".formatted(refund, amount, currency);
    }
}
