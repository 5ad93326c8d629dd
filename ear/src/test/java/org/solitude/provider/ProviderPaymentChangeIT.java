package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.solitude.harness.ProblemAssertions.assertProblem;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that clients cannot change what is being charged, nor say what only the provider knows. */
@UsesSharedServer
class ProviderPaymentChangeIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String TRANSACTIONS = "/generic/transaction/";
    private static final List<String> FROZEN = List.of(
            "{\"amount\": \"6.00\"}",
            "{\"currency\": \"USD\"}",
            "{\"uid_pay\": \"mine\"}",
            "{\"uid_support\": \"mine\"}",
            "{\"status\": 0}",
            "{\"status\": 1}",
            "{\"status\": 2}",
            "{\"status\": 4, \"status_reason\": \"I think so\"}",
            "{\"status\": 5}");

    private final SolitudeClient solitude = TestServer.client();
    private final TestShop shop = TestShop.create(solitude);
    private final ScriptedPayments payment = ScriptedPayments.ofNewPayment();

    @AfterEach
    void forgetScript() {
        payment.close();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void paymentCannotChangeWhileItIsCharged(CallMode mode) {
        payment.onCharge(payment.provider().hang());
        payment.onInquiry(ScriptedPayments.unknown());
        var task = solitude.asynchronously().post(ScriptedPayments.PATH, shop.payment(payment.uuid(), "5.00"));
        await("the provider is asked")
                .atMost(SOON)
                .until(() -> payment.charges().size() == 1);
        JsonObject transaction = shop.transaction(payment.uuid());
        String uri = transaction.getString("resource_uri");

        for (String change : FROZEN) {
            ApiResponse refused = mode.send("PATCH", uri, change);
            assertProblem(refused, 409);
            assertThat(refused.json().getString("type")).isEqualTo("urn:solitude:problem:payment-frozen");
            assertThat(refused.json().getString("detail"))
                    .contains("scripted")
                    .contains(change.replaceAll("^\\{\"(\\w+).*", "$1"));
        }
        assertThat(shop.transaction(payment.uuid())).isEqualTo(transaction);
        assertThat(mode.send("PATCH", uri, "{\"amount\": \"5\", \"currency\": \"EUR\", \"status\": 3}")
                        .status())
                .as("nothing changes")
                .isEqualTo(200);
        assertThat(mode.send("PATCH", uri, "{\"notes\": \"a note\"}").status()).isEqualTo(200);

        payment.provider().answerHanging(201, payment.document("pending", ""));
        assertThat(task.awaitReplay().json().getString("amount")).isEqualTo("5.00");
    }

    @Test
    void paymentCannotChangeAfterItIsAccepted() {
        payment.onCharge(payment.charged("pending", ""));
        payment.onInquiry(payment.known("pending", ""));
        String uri = solitude.post(ScriptedPayments.PATH, shop.payment(payment.uuid(), "5.00"))
                .json()
                .getString("resource_uri");
        FROZEN.stream()
                .filter(change -> !change.contains("\"status\": 0"))
                .forEach(change -> assertProblem(solitude.send("PATCH", uri, RequestBody.json(change)), 409));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "\"status\": 1; status",
                "\"status\": 4; status",
                "\"status\": 5; status",
                "\"uid_pay\": \"mine\"; uid_pay",
                "\"uid_support\": \"mine\"; uid_support"
            })
    void clientCannotSayWhatOnlyProviderKnows(String member, String field) {
        for (CallMode mode : CallMode.values()) {
            ApiResponse created = mode.post(TRANSACTIONS, transaction("scripted", ", " + member));
            assertViolation(created, field, "PROVIDER_DECIDES");
            String uri =
                    mode.post(TRANSACTIONS, transaction("scripted", "")).json().getString("resource_uri");
            assertViolation(mode.send("PATCH", uri, "{" + member + "}"), field, "PROVIDER_DECIDES");
            assertThat(mode.send("PATCH", uri, "{\"amount\": \"6\", \"status\": 2}")
                            .status())
                    .as("no provider was asked")
                    .isEqualTo(200);
        }
    }

    @Test
    void transactionWithoutProviderIsItsClientsWord() {
        assertThat(solitude.post(TRANSACTIONS, "{\"seller_product\": \"%s\", \"status\": 1}".formatted(shop.product()))
                        .status())
                .isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "", "Scripted", "scripted "})
    void providerOfTransactionMustBeConfigured(String provider) {
        for (CallMode mode : CallMode.values()) {
            assertViolation(mode.post(TRANSACTIONS, transaction(provider, "")), "provider", "PROVIDER_UNKNOWN");
        }
    }

    private String transaction(String provider, String more) {
        return "{\"seller_product\": \"%s\", \"provider\": \"%s\", \"uuid\": \"%s\", \"amount\": \"5\", \"currency\": \"EUR\"%s}"
                .formatted(shop.product(), provider, UUID.randomUUID(), more);
    }

    private static void assertViolation(ApiResponse response, String field, String code) {
        assertThat(response.status()).as("%s", response).isEqualTo(422);
        assertThat(response.json().getJsonObject("errors")).containsOnlyKeys(field);
        assertThat(response.json()
                        .getJsonObject("errors")
                        .getJsonArray(field)
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo(code);
    }
}
