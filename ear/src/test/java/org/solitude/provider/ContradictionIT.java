package org.solitude.provider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ScriptedProvider;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.EventSignature;

/** Tests that what contradicts our books is listed for operators until one of them resolves it. */
@UsesSharedServer
class ContradictionIT {

    private static final String LIST = "/operations/contradictions/";
    private static final EventSignature SIGNATURE = new EventSignature(ScriptedProvider.EVENT_SECRET);

    private final SolitudeClient operator = TestServer.operator();
    private final TestShop shop = TestShop.create(TestServer.client());
    private final String uuid = UUID.randomUUID().toString();

    @BeforeEach
    void failPayment() {
        TestServer.running()
                .scripted()
                .on(
                        "/scripted/v1/transactions/",
                        ScriptedProvider.json(
                                201, "{\"status\": \"pending\", \"token\": \"%s\"}".formatted(UUID.randomUUID())));
        ApiResponse payment = shop.solitude().post("/provider/scripted/transactions/", shop.payment(uuid, "5.00"));
        assertThat(payment.status()).as("%s", payment).isEqualTo(201);
        report("failed");
    }

    @Test
    void contradictionIsListedOnceHoweverOftenItIsReported() {
        report("completed");
        report("completed");
        JsonObject contradiction = theOne();
        assertThat(contradiction.getString("kind")).isEqualTo("final_status");
        assertThat(contradiction.getString("provider")).isEqualTo("scripted");
        assertThat(contradiction.getString("ours")).contains("failed");
        assertThat(contradiction.getString("theirs")).contains("completed");
        assertThat(contradiction.getInt("occurrences")).isEqualTo(2);
        assertThat(contradiction.isNull("resolved_at")).isTrue();
        assertThat(operator.get(contradiction.getString("resource_uri")).json()).isEqualTo(contradiction);
        assertThat(shop.status(uuid)).as("nothing was moved").isEqualTo(4);
    }

    @Test
    void resolutionNeedsReasonAndIsGivenOnce() throws IOException {
        report("completed");
        String path = theOne().getString("resource_uri");
        ApiResponse unreasoned = operator.post(path + "resolution/", "{\"reason\": \" \"}");
        assertThat(unreasoned.status()).isEqualTo(422);
        assertThat(unreasoned.json().getJsonObject("errors")).containsOnlyKeys("reason");

        ApiResponse resolved = operator.post(path + "resolution/", "{\"reason\": \"paid back by hand\"}");
        assertThat(resolved.status()).as("%s", resolved).isEqualTo(200);
        assertThat(resolved.json().getString("resolved_by")).isEqualTo("client:operator");
        assertThat(resolved.json().getString("reason")).isEqualTo("paid back by hand");
        assertThat(operator.post(path + "resolution/", "{\"reason\": \"another\"}")
                        .status())
                .isEqualTo(409);

        report("completed");
        assertThat(list("resolved=false"))
                .as("the same statement opens nothing again")
                .isEmpty();
        assertThat(list("resolved=true&provider=scripted")).hasSize(1);
        assertThat(list("provider=reference")).isEmpty();
        assertThat(theOne().getInt("occurrences")).isEqualTo(2);
        await("the audit log has the resolution").untilAsserted(() -> assertThat(
                        Files.readString(TestServer.running().directory().resolve("log/solitude-audit.log"))
                                .lines())
                .anyMatch(line -> line.contains("\"act\":\"resolved\",\"client\":\"client:operator\",\"contradiction\":"
                        + resolved.json().getInt("resource_pk") + ",")));
    }

    @Test
    void resolutionIsNotShownWhereTheOperatorPrefersThat() {
        report("completed");
        ApiResponse resolved = operator.with("Prefer", "return=minimal")
                .post(theOne().getString("resource_uri") + "resolution/", "{\"reason\": \"settled\"}");
        assertThat(resolved.status()).as("%s", resolved).isEqualTo(204);
        assertThat(resolved.header("Preference-Applied")).contains("return=minimal");
    }

    @Test
    void resolutionCanBeAsynchronous() {
        report("completed");
        ApiResponse resolved = operator.asynchronously()
                .post(theOne().getString("resource_uri") + "resolution/", "{\"reason\": \"settled\"}")
                .awaitReplay();
        assertThat(resolved.status()).as("%s", resolved).isEqualTo(200);
        assertThat(resolved.json().getString("resolved_by")).isEqualTo("client:operator");
    }

    @Test
    void conditionalReadsGive304And412() {
        report("completed");
        for (String path : List.of(LIST, theOne().getString("resource_uri"))) {
            String tag = operator.get(path).header("ETag").orElseThrow();
            assertThat(operator.with("If-None-Match", tag).get(path).status()).isEqualTo(304);
            assertThat(operator.with("If-Match", "\"stale\"").get(path).status())
                    .isEqualTo(412);
        }
    }

    @Test
    void refundMadeElsewhereIsRaisedAndStoredEncrypted() {
        String name = "name-" + UUID.randomUUID();
        String refund = "{\"type\": \"refund.completed\", \"data\": {\"uuid\": \"%s\", \"payment\": \"%s\","
                + " \"status\": \"completed\", \"amount\": \"5.00\", \"currency\": \"EUR\", \"for\": \"%s\"}}";
        send(refund.formatted(UUID.randomUUID(), uuid, name));
        JsonObject contradiction = theOne();
        assertThat(contradiction.getString("kind")).isEqualTo("refund");
        assertThat(contradiction.getString("theirs")).contains(name, "5.00");
        assertThat(TestServer.client().get("/probe/dump/").text())
                .contains(uuid)
                .doesNotContain(name);
        assertThat(shop.transaction(uuid).getJsonArray("relations")).isEmpty();
    }

    @Test
    void clientsMayNotSeeContradictions() {
        report("completed");
        assertThat(TestServer.client().get(LIST).status()).isEqualTo(403);
        assertThat(TestServer.client().get(theOne().getString("resource_uri")).status())
                .isEqualTo(403);
        assertThat(operator.get(LIST + "?resolved=perhaps").status()).isEqualTo(400);
    }

    private JsonObject theOne() {
        JsonArray found = list("limit=100");
        assertThat(found).hasSize(1);
        return found.getJsonObject(0);
    }

    private JsonArray list(String query) {
        String payment = shop.transaction(uuid).getString("resource_uri");
        ApiResponse page = operator.get(LIST + "?transaction=" + payment + "&" + query);
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        return page.json().getJsonArray("objects");
    }

    private void report(String status) {
        String body = "{\"type\": \"transaction.%s\", \"data\": {\"uuid\": \"%s\", \"status\": \"%s\"}}"
                .formatted(status, uuid, status);
        send(body);
    }

    private static void send(String body) {
        String id = "msg_" + UUID.randomUUID();
        long now = Instant.now().getEpochSecond();
        ApiResponse heard = TestServer.anonymous()
                .with("webhook-id", id)
                .with("webhook-timestamp", Long.toString(now))
                .with("webhook-signature", SIGNATURE.of(id, now, body))
                .post("/provider/scripted/notify/", body);
        assertThat(heard.status()).as("%s", heard).isEqualTo(204);
    }
}
