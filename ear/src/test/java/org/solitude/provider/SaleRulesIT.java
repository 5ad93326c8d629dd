package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that what must not be sold is refused before a provider is asked. */
@UsesSharedServer
class SaleRulesIT {

    private final SolitudeClient solitude = TestServer.client();
    private final TestShop shop = TestShop.create(solitude);
    private final ScriptedPayments payment = ScriptedPayments.ofNewPayment();

    @BeforeEach
    void acceptCharges() {
        payment.onCharge(payment.charged("pending", ""));
        payment.onInquiry(payment.known("pending", ""));
    }

    @AfterEach
    void forgetScript() {
        payment.close();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void simulatedProductIsNotSold(CallMode mode) {
        patch(shop.product(), "{\"access\": 2}");
        assertRefused(mode.post(ScriptedPayments.PATH, payment("")), "seller_product", "PRODUCT_IS_SIMULATED");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void productOfInactiveSellerIsNotSold(CallMode mode) {
        patch(solitude.get(shop.product()).json().getString("seller"), "{\"active\": false}");
        assertRefused(mode.post(ScriptedPayments.PATH, payment("")), "seller_product", "SELLER_NOT_ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void closedBuyerCannotPay(CallMode mode) {
        String buyer = createBuyer();
        assertThat(solitude.post(buyer + "close/", "").status()).isEqualTo(204);
        assertRefused(mode.post(ScriptedPayments.PATH, payment(buyer)), "buyer", "BUYER_NOT_ACTIVE");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void inactiveBuyerCannotPay(CallMode mode) {
        String buyer = createBuyer();
        patch(buyer, "{\"active\": false}");
        assertRefused(mode.post(ScriptedPayments.PATH, payment(buyer)), "buyer", "BUYER_NOT_ACTIVE");
    }

    @Test
    void activeBuyerPaysActiveSeller() {
        assertThat(solitude.post(ScriptedPayments.PATH, payment(createBuyer())).status())
                .isEqualTo(201);
    }

    private String createBuyer() {
        return solitude.post("/generic/buyer/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}")
                .json()
                .getString("resource_uri");
    }

    private void patch(String uri, String change) {
        assertThat(solitude.send("PATCH", uri, RequestBody.json(change)).status())
                .isEqualTo(200);
    }

    private String payment(String buyer) {
        String plain = shop.payment(payment.uuid(), "5.00");
        return buyer.isEmpty() ? plain : plain.replaceFirst("\\}$", ", \"buyer\": \"" + buyer + "\"}");
    }

    private void assertRefused(ApiResponse response, String field, String code) {
        assertThat(response.status()).as("%s", response).isEqualTo(422);
        assertThat(response.json().getJsonObject("errors")).containsOnlyKeys(field);
        assertThat(response.json()
                        .getJsonObject("errors")
                        .getJsonArray(field)
                        .getJsonObject(0)
                        .getString("code"))
                .isEqualTo(code);
        assertThat(payment.charges()).isEmpty();
        assertThat(solitude.get("/generic/transaction/?uuid=" + payment.uuid())
                        .json()
                        .getJsonArray("objects"))
                .isEmpty();
    }
}
