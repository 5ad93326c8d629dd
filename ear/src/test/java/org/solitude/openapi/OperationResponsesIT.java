package org.solitude.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests each documented response that belongs to one operation only. */
@UsesSharedServer
class OperationResponsesIT {
    private final SolitudeClient client = TestServer.client();
    private final SolitudeClient operator = TestServer.operator();
    private final String uuid = UUID.randomUUID().toString();

    @Test
    void buyerAndPinOperationsRespondAsDocumented() {
        String pin = "{\"uuid\": \"" + uuid + "\", \"pin\": \"1234\"}";
        for (String check : new String[] {"confirm_pin", "verify_pin", "reset_confirm_pin"}) {
            expect(404, client.post("/generic/" + check + "/", pin));
        }
        String buyer = created(client.post("/generic/buyer/", pin));
        for (String check : new String[] {"confirm_pin", "verify_pin", "reset_confirm_pin"}) {
            expect(200, client.post("/generic/" + check + "/", pin));
        }
        expect(200, client.put(buyer, pin));
        expect(200, client.patch(buyer, "{}"));
        expect(200, client.get("/generic/buyer/?uuid=" + uuid));
        expect(204, client.post(buyer + "close/", "{}"));
    }

    @Test
    void sellerProductAndTransactionOperationsRespondAsDocumented() {
        String sellerJson = "{\"uuid\": \"" + uuid + "\"}";
        String seller = created(client.post("/generic/seller/", sellerJson));
        String productJson = "{\"seller\": \"" + seller + "\", \"external_id\": \"" + uuid + "\"}";
        String product = created(client.post("/generic/product/", productJson));
        String transaction = created(client.post("/generic/transaction/", "{\"seller_product\": \"" + product + "\"}"));
        expect(200, client.put(seller, sellerJson));
        expect(200, client.put(product, productJson));
        for (String record : new String[] {seller, product, transaction}) {
            expect(200, client.patch(record, "{}"));
            expect(200, client.get(record));
        }
        expect(200, client.get(transaction + "log/"));
        expect(200, client.get("/generic/transaction/"));
    }

    @Test
    void taskOperationsRespondAsDocumented() {
        AcceptedTask ended = client.asynchronously().post("/probe/echo/", "{}");
        expect(200, ended.awaitResult());
        expect(409, client.delete(ended.result()));
        expect(409, operator.post("/operations/redrive/" + ended.uuid() + "/", "{}"));
        AcceptedTask cancelled = AcceptedTask.of(
                client,
                client.with("Solitude-Async", "yes")
                        .with("Solitude-Not-Before", "3600")
                        .post("/probe/echo/", "{}"));
        expect(204, client.delete(cancelled.result()));
        expect(410, client.get(cancelled.result()));
        expect(410, client.get(cancelled.replay()));
        expect(200, client.get("/delay/result/"));
        expect(200, operator.post("/operations/redrive/", "{\"owner\": \"client:nobody-has-this-name\"}"));
    }

    @Test
    void webhookOperationsRespondAsDocumented() {
        SolitudeClient subscriber = TestServer.client("called-" + uuid.substring(0, 8));
        ApiResponse secret = subscriber.post("/delay/callback/secret/", "{}");
        expect(201, secret);
        expect(200, subscriber.get("/delay/callback/secret/"));
        expect(200, subscriber.get("/delay/callback/"));
        expect(204, subscriber.delete(secret.json().getString("resource_uri")));
    }

    private static String created(ApiResponse response) {
        expect(201, response);
        return response.json().getString("resource_uri");
    }

    private static void expect(int status, ApiResponse response) {
        assertThat(response.status()).as("%s", response).isEqualTo(status);
    }
}
