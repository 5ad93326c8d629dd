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

/** Tests the rules of sellers and products. */
@UsesSharedServer
class SellerAndProductIT {

    private static final String SELLERS = "/generic/seller/";
    private static final String PRODUCTS = "/generic/product/";

    private final SolitudeClient solitude = TestServer.client();
    private final String uuid = uniqueName("seller");
    private String seller = "";

    @BeforeEach
    void createSeller() {
        seller = document(solitude.post(SELLERS, json("{'uuid': '%s'}", uuid)), 201)
                .getString("resource_uri");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void sellerUuidIsUnique(CallMode mode) {
        assertViolations(mode.post(SELLERS, json("{'uuid': '%s'}", uuid)), "uuid=SELLER_UUID_ALREADY_EXISTS");
        assertViolations(mode.post(SELLERS, json("{'active': 1}")), "uuid=FIELD_REQUIRED", "active=WRONG_TYPE");
        String other = uniqueName("seller");
        JsonObject created = document(mode.post(SELLERS, json("{'uuid': '%s', 'active': false}", other)), 201);
        assertViolations(
                mode.patch(created.getString("resource_uri"), json("{'uuid': '%s'}", uuid)),
                "uuid=SELLER_UUID_ALREADY_EXISTS");
        JsonObject replaced = document(mode.put(created.getString("resource_uri"), json("{'uuid': '%s'}", other)), 200);
        assertThat(replaced.getBoolean("active")).isTrue();
        assertThat(count(SELLERS + "?uuid=" + other)).isEqualTo(1);
        assertThat(count(SELLERS + "?active=false&uuid=" + other)).isZero();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void productNeedsExistingSeller(CallMode mode) {
        assertViolations(mode.post(PRODUCTS, "{}"), "seller=FIELD_REQUIRED");
        assertViolations(mode.post(PRODUCTS, json("{'seller': 3}")), "seller=WRONG_TYPE");
        assertViolations(mode.post(PRODUCTS, json("{'seller': '/generic/buyer/1/'}")), "seller=INVALID_URI");
        assertViolations(mode.post(PRODUCTS, json("{'seller': '/generic/seller/99999999/'}")), "seller=DOES_NOT_EXIST");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void idsOfProductAreUnique(CallMode mode) {
        String publicId = uniqueName("product");
        String body = json("{'seller': '%s', 'external_id': 'e', 'public_id': '%s'}", seller, publicId);
        document(mode.post(PRODUCTS, body), 201);
        assertViolations(
                mode.post(PRODUCTS, body),
                "external_id=EXTERNAL_PRODUCT_ID_IS_NOT_UNIQUE",
                "public_id=PUBLIC_PRODUCT_ID_IS_NOT_UNIQUE");
        String otherSeller = document(mode.post(SELLERS, json("{'uuid': '%s'}", uniqueName("seller"))), 201)
                .getString("resource_uri");
        document(mode.post(PRODUCTS, json("{'seller': '%s', 'external_id': 'e'}", otherSeller)), 201);
        String pk = seller.replaceAll("\\D", "");
        assertThat(count(PRODUCTS + "?seller=" + seller)).isEqualTo(1);
        assertThat(count(PRODUCTS + "?seller=" + pk + "&external_id=e")).isEqualTo(1);
        assertThat(count(PRODUCTS + "?public_id=" + publicId)).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void secretOfProductIsNeverShown(CallMode mode) {
        String body = json("{'seller': '%s', 'secret': 'hush-hush', 'access': 2}", seller);
        ApiResponse created = mode.post(PRODUCTS, body);
        String uri = document(created, 201).getString("resource_uri");
        ApiResponse replaced = mode.put(uri, json("{'seller': '%s', 'external_id': 'x'}", seller));
        assertThat(document(replaced, 200).getInt("access")).isEqualTo(1);
        assertThat(created.text() + replaced.text() + solitude.get(uri).text()).doesNotContain("hush", "secret");
        assertThat(document(mode.patch(uri, json("{'external_id': null}")), 200).get("external_id"))
                .isEqualTo(JsonValue.NULL);
        assertViolations(mode.patch(uri, json("{'access': 3}")), "access=INVALID_CHOICE");
    }

    private int count(String path) {
        return solitude.get(path).json().getJsonObject("meta").getInt("total_count");
    }
}
