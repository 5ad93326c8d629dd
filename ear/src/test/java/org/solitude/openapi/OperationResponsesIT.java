package org.solitude.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** The answers that belong to one operation, each once, as the document describes them. */
@UsesSharedServer
class OperationResponsesIT {
    private final SolitudeClient client = TestServer.client();
    private final SolitudeClient operator = TestServer.operator();
    private final String uuid = UUID.randomUUID().toString();

    @Test
    void ofBuyersAndTheirPins() {
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
    void ofSellersProductsAndTransactions() {
        String named = "{\"uuid\": \"" + uuid + "\"}";
        String seller = created(client.post("/generic/seller/", named));
        String offered = "{\"seller\": \"" + seller + "\", \"external_id\": \"" + uuid + "\"}";
        String product = created(client.post("/generic/product/", offered));
        String transaction = created(client.post("/generic/transaction/", "{\"seller_product\": \"" + product + "\"}"));
        expect(200, client.put(seller, named));
        expect(200, client.put(product, offered));
        for (String record : new String[] {seller, product, transaction}) {
            expect(200, client.patch(record, "{}"));
            expect(200, client.get(record));
        }
        expect(200, client.get(transaction + "log/"));
        expect(200, client.get("/generic/transaction/"));
    }

    @Test
    void ofDelayedRequests() {
        AcceptedTask run = client.asynchronously().post("/probe/echo/", "{}");
        expect(200, run.awaitResult());
        expect(409, client.delete(run.result()));
        expect(409, operator.post("/operations/redrive/" + run.uuid() + "/", "{}"));
        AcceptedTask never = AcceptedTask.of(
                client,
                client.with("Solitude-Async", "yes")
                        .with("Solitude-Not-Before", "3600")
                        .post("/probe/echo/", "{}"));
        expect(204, client.delete(never.result()));
        expect(410, client.get(never.result()));
        expect(410, client.get(never.replay()));
        expect(200, client.get("/delay/result/"));
        expect(200, operator.post("/operations/redrive/", "{\"owner\": \"client:nobody-has-this-name\"}"));
    }

    @Test
    void ofCallbackSecrets() {
        SolitudeClient called = TestServer.client("called-" + uuid.substring(0, 8));
        ApiResponse made = called.post("/delay/callback/secret/", "{}");
        expect(201, made);
        expect(200, called.get("/delay/callback/secret/"));
        expect(200, called.get("/delay/callback/"));
        expect(204, called.delete(made.json().getString("resource_uri")));
    }

    private static String created(ApiResponse answer) {
        expect(201, answer);
        return answer.json().getString("resource_uri");
    }

    private static void expect(int status, ApiResponse answer) {
        assertThat(answer.status()).as("%s", answer).isEqualTo(status);
    }
}
