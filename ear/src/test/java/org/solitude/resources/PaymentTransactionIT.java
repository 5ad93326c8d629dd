package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.assertViolations;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;
import static org.solitude.resources.ViolationAssertions.uniqueName;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the rules of payment transactions: amounts, references, status changes, unique ids and refunds. */
@UsesSharedServer
class PaymentTransactionIT {

    private static final String TRANSACTIONS = "/generic/transaction/";

    private final SolitudeClient solitude = TestServer.client();
    private final String uidPay = uniqueName("uid");
    private String seller = "";
    private String product = "";

    @BeforeEach
    void createProduct() {
        seller = document(solitude.post("/generic/seller/", json("{'uuid': '%s'}", uniqueName("seller"))), 201)
                .getString("resource_uri");
        product = document(solitude.post("/generic/product/", json("{'seller': '%s'}", seller)), 201)
                .getString("resource_uri");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void amountHasDigitsOfItsCurrency(CallMode mode) {
        assertThat(amount(mode, "'amount': '5', 'currency': 'EUR'")).isEqualTo("5.00");
        assertThat(amount(mode, "'amount': '5.00', 'currency': 'JPY'")).isEqualTo("5");
        assertViolations(create(mode, "'amount': 5, 'currency': 'EUR'"), "amount=WRONG_TYPE");
        assertViolations(create(mode, "'amount': '-5', 'currency': 'EUR'"), "amount=AMOUNT_NOT_POSITIVE");
        assertViolations(create(mode, "'amount': '5.001', 'currency': 'EUR'"), "amount=AMOUNT_TOO_FINE");
        assertViolations(create(mode, "'amount': '1e9', 'currency': 'EUR'"), "amount=AMOUNT_INVALID");
        assertViolations(create(mode, "'amount': '5', 'currency': 'ZZZ'"), "currency=CURRENCY_UNKNOWN");
        assertViolations(create(mode, "'amount': '5', 'currency': 'DEM'"), "currency=CURRENCY_UNKNOWN");
        assertViolations(create(mode, "'amount': '5'"), "currency=FIELD_REQUIRED");
        assertThat(document(create(mode, "'currency': null"), 201).get("amount"))
                .isEqualTo(JsonValue.NULL);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void invalidReferencesAndChoicesAreRefused(CallMode mode) {
        assertViolations(mode.post(TRANSACTIONS, "{}"), "seller_product=FIELD_REQUIRED");
        String missing = json("{'seller_product': '/generic/product/99999999/', 'buyer': '/generic/buyer/99999999/',"
                + " 'related': '/generic/transaction/99999999/'}");
        assertViolations(
                mode.post(TRANSACTIONS, missing),
                "seller_product=DOES_NOT_EXIST",
                "buyer=DOES_NOT_EXIST",
                "related=DOES_NOT_EXIST");
        assertViolations(
                create(mode, "'buyer': '" + product + "', 'relations': [], 'type': 5, 'status': -1"),
                "buyer=INVALID_URI",
                "relations=CANNOT_ALTER",
                "type=INVALID_CHOICE",
                "status=INVALID_CHOICE");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void statusChangesFollowTheRules(CallMode mode) {
        String uri = uri(create(mode, "'amount': '5', 'currency': 'EUR'"));
        assertThat(document(mode.patch(uri, json("{'status': 2}")), 200).getInt("status"))
                .isEqualTo(2);
        assertViolations(mode.patch(uri, json("{'status': 0}")), "status=STATUS_MOVE_NOT_ALLOWED");
        JsonObject completed =
                document(mode.patch(uri, json("{'status': 1, 'status_reason': 'paid', 'amount': '6'}")), 200);
        assertThat(completed.getString("amount")).isEqualTo("6.00");
        assertThat(completed.getString("status_reason")).isEqualTo("paid");
        assertViolations(mode.patch(uri, json("{'status': 4}")), "status=STATUS_MOVE_NOT_ALLOWED");
        assertViolations(mode.patch(uri, json("{'amount': '7'}")), "amount=CANNOT_ALTER");
        assertViolations(mode.patch(uri, json("{'status_reason': 'why'}")), "status_reason=CANNOT_ALTER");
        assertViolations(
                mode.patch(uri, json("{'uuid': 'x', 'provider': 'y'}")), "uuid=CANNOT_ALTER", "provider=CANNOT_ALTER");
        assertThat(document(mode.patch(uri, json("{'status': 1}")), 200)).isEqualTo(completed);
        assertThat(document(mode.patch(uri, json("{'notes': 'later'}")), 200).getString("notes"))
                .isEqualTo("later");
        assertThat(solitude.get(uri + "log/").json().getJsonArray("objects"))
                .extracting(entry -> ((JsonObject) entry).getString("field"))
                .containsExactly(
                        "notes", "amount", "status_reason", "status", "status", "currency", "amount", "status");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void idsOfProviderAreUnique(CallMode mode) {
        String ids = "'type': 3, 'provider': 'reference', 'uid_pay': '%1$s', 'uid_support': '%1$s'".formatted(uidPay);
        String uuid = document(create(mode, ids), 201).getString("uuid");
        assertViolations(
                create(mode, ids + ", 'uuid': '" + uuid + "'"),
                "uuid=TRANSACTION_UUID_ALREADY_EXISTS",
                "uid_pay=UID_PAY_IS_NOT_UNIQUE",
                "uid_support=UID_SUPPORT_IS_NOT_UNIQUE");
        String other = uri(create(mode, "'type': 3, 'provider': 'reference'"));
        assertViolations(mode.patch(other, json("{'uid_pay': '%s'}", uidPay)), "uid_pay=UID_PAY_IS_NOT_UNIQUE");
        assertThat(create(mode, ids.replace("reference", "scripted")).status()).isEqualTo(201);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void relationsShowRefunds(CallMode mode) {
        ApiResponse created = create(mode, "'status': 1");
        String uri = uri(created);
        String refund = uri(create(mode, "'type': 1, 'related': '" + uri + "'"));
        JsonObject payment = solitude.get(uri).json();
        JsonObject relation = payment.getJsonArray("relations").getJsonObject(0);
        assertThat(relation.getString("resource_uri")).isEqualTo(refund);
        assertThat(relation).doesNotContainKey("relations");
        assertThat(solitude.get(refund).json().getString("related")).isEqualTo(uri);
        assertThat(solitude.get(uri).header("ETag")).isNotEqualTo(created.header("ETag"));
        assertThat(solitude.get(TRANSACTIONS + "?status=1&seller=" + seller)
                        .json()
                        .getJsonArray("objects"))
                .containsExactly(payment);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void refundMustFitItsPayment(CallMode mode) {
        String failed = uri(create(mode, "'amount': '5', 'currency': 'EUR', 'status': 4"));
        assertViolations(
                create(mode, "'type': 1, 'amount': '9999999', 'currency': 'JPY', 'related': '" + failed + "'"),
                "related=PAYMENT_NOT_COMPLETED");
        String paid = uri(create(mode, "'amount': '5', 'currency': 'EUR', 'status': 1"));
        String of = "'type': 1, 'related': '" + paid + "'";
        assertViolations(create(mode, of + ", 'amount': '5', 'currency': 'JPY'"), "currency=DIFFERS_FROM_PAYMENT");
        assertViolations(create(mode, of + ", 'amount': '5.01', 'currency': 'EUR'"), "amount=MORE_THAN_PAID");
        assertViolations(create(mode, of + ", 'provider': 'reference'"), "provider=DIFFERS_FROM_PAYMENT");
        String refund = uri(create(mode, of + ", 'amount': '4', 'currency': 'EUR'"));
        assertViolations(create(mode, of + ", 'amount': '2', 'currency': 'EUR'"), "amount=MORE_THAN_PAID");
        assertViolations(create(mode, "'type': 2, 'related': '" + refund + "'"), "related=PAYMENT_NOT_COMPLETED");
        assertViolations(mode.patch(refund, json("{'amount': '6'}")), "amount=MORE_THAN_PAID");
        document(mode.patch(refund, json("{'amount': '5'}")), 200);
        document(mode.patch(refund, json("{'status': 4}")), 200);
        document(create(mode, of + ", 'amount': '2', 'currency': 'EUR'"), 201);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void putAndDeleteAre405(CallMode mode) {
        String uri = uri(create(mode, "'notes': 'n'"));
        assertThat(solitude.put(uri, "{}").status()).isEqualTo(405);
        assertThat(solitude.delete(uri).status()).isEqualTo(405);
        assertThat(solitude.get(TRANSACTIONS + "?status=9").status()).isEqualTo(400);
        assertThat(solitude.get(TRANSACTIONS + "99999999/log/").status()).isEqualTo(404);
    }

    private String amount(CallMode mode, String money) {
        return document(create(mode, money), 201).getString("amount");
    }

    private ApiResponse create(CallMode mode, String fields) {
        return mode.post(TRANSACTIONS, json("{'seller_product': '" + product + "', " + fields + "}"));
    }

    private static String uri(ApiResponse created) {
        return document(created, 201).getString("resource_uri");
    }
}
