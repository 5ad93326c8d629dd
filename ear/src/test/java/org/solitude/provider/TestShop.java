package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import java.util.UUID;
import org.solitude.harness.TestServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.ReferenceProvider;

/** A seller with one product, for tests of payments. */
public record TestShop(SolitudeClient solitude, String product) {

    public static TestShop create(SolitudeClient solitude) {
        JsonObject seller = created(solitude.post("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}"));
        JsonObject product = created(solitude.post(
                "/generic/product/",
                "{\"seller\": \"%s\", \"external_id\": \"1\", \"public_id\": \"%s\"}"
                        .formatted(seller.getString("resource_uri"), UUID.randomUUID())));
        return new TestShop(solitude, product.getString("resource_uri"));
    }

    /** Returns the JSON of a payment for the product. */
    public String payment(String uuid, String amount) {
        return "{\"uuid\": \"%s\", \"seller_product\": \"%s\", \"amount\": \"%s\", \"currency\": \"EUR\"}"
                .formatted(uuid, product, amount);
    }

    /** Returns the transaction with this uuid. */
    JsonObject transaction(String uuid) {
        var found = solitude.get("/generic/transaction/?uuid=" + uuid).json().getJsonArray("objects");
        assertThat(found).as("transactions %s", uuid).hasSize(1);
        return found.getJsonObject(0);
    }

    int status(String uuid) {
        return transaction(uuid).getInt("status");
    }

    /** Returns the kinds of the contradictions that were raised about this payment. */
    List<String> contradictions(String uuid) {
        return TestServer.operator()
                .get("/operations/contradictions/?transaction="
                        + transaction(uuid).getString("resource_uri"))
                .json()
                .getJsonArray("objects")
                .getValuesAs(JsonObject.class)
                .stream()
                .map(each -> each.getString("kind"))
                .toList();
    }

    /** Returns how often the provider charged for this payment. */
    static long charges(ReferenceProvider provider, String uuid) {
        return provider.ledger().charges().stream()
                .filter(charge -> charge.uuid().equals(uuid))
                .count();
    }

    private static JsonObject created(ApiResponse response) {
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        return response.json();
    }
}
