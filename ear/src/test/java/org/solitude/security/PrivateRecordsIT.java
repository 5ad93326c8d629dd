package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests that clients share records by default, and that with {@code SOLITUDE_RECORDS_PRIVATE} the records of others do
 * not exist for a client: in lists, reads, writes and references, at once and replayed.
 */
class PrivateRecordsIT {

    private static final List<String> LISTS =
            List.of("/generic/seller/", "/generic/product/", "/generic/buyer/", "/generic/transaction/");

    @Test
    void recordsOfOthersDoNotExist() {
        try (TestDatabase database = TestDatabase.create("private");
                ServerProcess server = new ServerProcess("private", database)) {
            server.launch();
            server.awaitUp();
            List<String> shared = createRecords(server.client(), "shared");
            assertEachIsSeen(server.client("other"), shared);

            server.stop();
            server.set("SOLITUDE_RECORDS_PRIVATE", "true");
            server.launch();
            server.awaitUp();
            SolitudeClient owner = server.client();
            SolitudeClient other = server.client("other");
            List<String> mine = createRecords(owner, "mine");
            assertEachIsSeen(owner, shared);
            assertEachIsSeen(owner, mine);
            assertEachIsSeen(server.operator(), mine);
            assertNoneExists(other, mine);
            assertReferencesAreUnknown(other, mine);
            assertRefundBelongsToOwnerOfPayment(server.operator(), owner, mine);
            assertReplaysSeeTheSame(owner, other, mine);
        }
    }

    private static void assertEachIsSeen(SolitudeClient client, List<String> uris) {
        assertThat(uris)
                .allSatisfy(uri -> assertThat(client.get(uri).status()).as(uri).isEqualTo(200));
        for (int i = 0; i < LISTS.size(); i++) {
            assertThat(uris(client, LISTS.get(i))).contains(uris.get(i));
        }
    }

    private static void assertNoneExists(SolitudeClient other, List<String> uris) {
        for (String list : LISTS) {
            ApiResponse response = other.get(list);
            assertThat(uris(other, list)).as(list).isEmpty();
            assertThat(response.json().getJsonObject("meta").getInt("total_count"))
                    .isZero();
        }
        for (String uri : uris) {
            assertThat(other.get(uri).status()).as("GET %s", uri).isEqualTo(404);
            assertThat(other.patch(uri, "{}").status()).as("PATCH %s", uri).isEqualTo(404);
            if (!uri.contains("transaction")) {
                assertThat(other.put(uri, "{}").status()).as("PUT %s", uri).isEqualTo(404);
            }
        }
        assertThat(other.get(uris.get(3) + "log/").status()).isEqualTo(404);
        assertThat(other.post(uris.get(2) + "close/", "").status()).isEqualTo(404);
        assertThat(other.get("/generic/buyer/?email=mine@example.com").text()).contains("\"total_count\":0");
        assertThat(other.post("/generic/verify_pin/", "{\"uuid\": \"mine\", \"pin\": \"1234\"}")
                        .status())
                .isEqualTo(404);
    }

    private static void assertReferencesAreUnknown(SolitudeClient other, List<String> uris) {
        ApiResponse product = other.post("/generic/product/", "{\"seller\": \"" + uris.get(0) + "\"}");
        assertThat(product.status()).as("%s", product).isEqualTo(422);
        List<String> own = createRecords(other, "own");
        for (String reference : List.of(
                "\"seller_product\": \"" + uris.get(1) + "\"",
                "\"seller_product\": \"" + own.get(1) + "\", \"buyer\": \"" + uris.get(2) + "\"",
                "\"seller_product\": \"" + own.get(1) + "\", \"type\": 1, \"related\": \"" + uris.get(3) + "\"")) {
            ApiResponse refused = other.post("/generic/transaction/", "{" + reference + "}");
            assertThat(refused.status()).as("%s: %s", reference, refused).isEqualTo(422);
            assertThat(refused.text()).contains("DOES_NOT_EXIST");
        }
    }

    private static void assertRefundBelongsToOwnerOfPayment(
            SolitudeClient operator, SolitudeClient owner, List<String> uris) {
        assertThat(operator.patch(uris.get(3), "{\"status\": 1}").status()).isEqualTo(200);
        ApiResponse refund = operator.post(
                "/generic/transaction/",
                "{\"seller_product\": \"" + uris.get(1) + "\", \"type\": 1, \"related\": \"" + uris.get(3)
                        + "\", \"amount\": \"1.00\", \"currency\": \"EUR\"}");
        assertThat(refund.status()).as("%s", refund).isEqualTo(201);
        assertThat(owner.get(refund.json().getString("resource_uri")).status()).isEqualTo(200);
    }

    private static void assertReplaysSeeTheSame(SolitudeClient owner, SolitudeClient other, List<String> uris) {
        assertThat(owner.asynchronously().patch(uris.get(0), "{}").awaitReplay().status())
                .isEqualTo(200);
        assertThat(other.asynchronously().patch(uris.get(0), "{}").awaitReplay().status())
                .isEqualTo(404);
        ApiResponse replayed = other.asynchronously()
                .post("/generic/seller/", "{\"uuid\": \"replayed\"}")
                .awaitReplay();
        String uri = replayed.json().getString("resource_uri");
        assertThat(other.get(uri).status()).isEqualTo(200);
        assertThat(owner.get(uri).status()).isEqualTo(404);
    }

    /** Creates a seller, a product, a buyer and a transaction, and returns their URIs. */
    private static List<String> createRecords(SolitudeClient client, String name) {
        String seller = create(client, "/generic/seller/", "{\"uuid\": \"" + name + "\"}");
        String product = create(
                client,
                "/generic/product/",
                "{\"seller\": \"" + seller + "\", \"external_id\": \"x\", \"public_id\": \"" + name + "\"}");
        String buyer = create(
                client,
                "/generic/buyer/",
                "{\"uuid\": \"" + name + "\", \"email\": \"" + name + "@example.com\", \"pin\": \"1234\"}");
        String transaction = create(
                client,
                "/generic/transaction/",
                "{\"seller_product\": \"" + product + "\", \"buyer\": \"" + buyer
                        + "\", \"amount\": \"5.00\", \"currency\": \"EUR\"}");
        return List.of(seller, product, buyer, transaction);
    }

    private static String create(SolitudeClient client, String path, String json) {
        ApiResponse response = client.post(path, json);
        assertThat(response.status()).as("%s", response).isEqualTo(201);
        return response.json().getString("resource_uri");
    }

    private static List<String> uris(SolitudeClient client, String list) {
        return client.get(list).json().getJsonArray("objects").getValuesAs(JsonObject.class).stream()
                .map(each -> each.getString("resource_uri"))
                .toList();
    }
}
