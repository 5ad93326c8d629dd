package org.solitude.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;
import org.solitude.webhook.WebhookReceiver;

/**
 * Records the rows of a server that was used in every way and then killed, as the start of upgrades: run it at a release
 * with {@code -Dupgrade.record=ear/src/test/resources/upgrade/V7__data.sql}. No test by itself.
 */
@EnabledIfSystemProperty(named = "upgrade.record", matches = ".+")
class RecordUpgradeDataIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String FAR = "31536000";

    private final ReferenceProvider provider = ReferenceProvider.start(Faults.none());
    private final WebhookReceiver receiver = new WebhookReceiver();
    private SolitudeClient solitude = SolitudeClient.at(provider.url());
    private String product = "";

    @Test
    void recordRows() throws SQLException, IOException {
        try (TestDatabase database = TestDatabase.create("upgrade-record");
                ServerProcess server = new ServerProcess("upgrade-record", database, provider)) {
            UpgradedServer.configure(server);
            server.set("SOLITUDE_DELAY_BACKOFF", "PT1H");
            server.set("SOLITUDE_CALLBACK_SCHEDULE", "PT1H,PT1H");
            server.launch();
            server.awaitUp();
            solitude = server.client();
            storeRecords();
            storePayments();
            storeEndedTasks(server);
            storeWaitingTasks();
            storeRunningTask(server);
            Files.writeString(
                    Path.of(System.getProperty("upgrade.record")),
                    StoredRows.of(database).script());
        }
    }

    private void storeRecords() {
        String seller = create("/generic/seller/", "{'uuid': 'old-seller'}");
        create("/generic/seller/", "{'uuid': 'old-inactive', 'active': false}");
        product = create(
                "/generic/product/",
                "{'seller': '" + seller + "', 'external_id': 'x', 'public_id': 'old-product', 'secret': 'old-secret'}");
        create("/generic/product/", "{'seller': '" + seller + "', 'access': 2, 'external_id': 'y'}");
        String buyer = create(
                "/generic/buyer/",
                "{'uuid': 'old-buyer', 'email': 'old@example.com', 'pin': '1234', 'locale': 'de-DE'}");
        sent(200, post("/generic/confirm_pin/", "{'uuid': 'old-buyer', 'pin': '1234'}"));
        sent(200, post("/generic/verify_pin/", "{'uuid': 'old-buyer', 'pin': '4321'}"));
        sent(200, solitude.patch(buyer, json("{'new_pin': '5678', 'needs_pin_reset': true}")));
        String closed = create("/generic/buyer/", "{'uuid': 'old-closed', 'email': 'closed@example.com'}");
        sent(204, solitude.send("POST", closed + "close/", RequestBody.NONE));
        String locked = create("/generic/buyer/", "{'uuid': 'old-locked', 'pin': '1234'}");
        sent(200, post("/generic/confirm_pin/", "{'uuid': 'old-locked', 'pin': '1234'}"));
        for (int guess = 0; guess < 5; guess++) {
            post("/generic/verify_pin/", "{'uuid': 'old-locked', 'pin': '0000'}");
        }
        sent(200, solitude.get(locked));
        String paid = create(
                "/generic/transaction/",
                "{'uuid': 'old-paid', 'seller_product': '" + product + "', 'buyer': '" + buyer
                        + "', 'provider': 'reference', 'amount': '5.00', 'currency': 'EUR', 'notes': 'n'}");
        sent(200, solitude.patch(paid, json("{'status': 1}")));
        create(
                "/generic/transaction/",
                "{'uuid': 'old-refund', 'seller_product': '" + product + "', 'related': '" + paid
                        + "', 'provider': 'reference', 'type': 1, 'amount': '5.00', 'currency': 'EUR'}");
    }

    private void storePayments() {
        sent(201, post("/provider/reference/transactions/", payment("old-completed")));
        until("completed", () -> status("old-completed") == 1);
        provider.injectFaults(Faults.of("declined=1"));
        sent(201, post("/provider/reference/transactions/", payment("old-failed")));
        until("failed", () -> status("old-failed") == 4);
        provider.injectFaults(Faults.of("settling=PT10H"));
        solitude.asynchronously()
                .post("/provider/reference/transactions/", payment("old-pending"))
                .awaitReplay();
        provider.injectFaults(Faults.of("dropped-after=1", "settling=PT10H", "notices-lost=1"));
        sent(502, post("/provider/reference/transactions/", payment("old-received")));
        provider.injectFaults(Faults.none());
    }

    private void storeEndedTasks(ServerProcess server) {
        sent(201, solitude.with("Idempotency-Key", "old-key").post("/generic/seller/", json("{'uuid': 'old-once'}")));
        solitude.with("Idempotency-Key", "old-task-key")
                .asynchronously()
                .post("/generic/seller/", json("{'uuid': 'old-done'}"))
                .awaitReplay();
        solitude.asynchronously()
                .post("/generic/seller/", json("{'uuid': 'old-done'}"))
                .awaitReplay();
        sent(201, solitude.post("/delay/callback/secret/", ""));
        withWebhook("/ok").awaitReplay();
        receiver.answering((webhook, number) -> new WebhookReceiver.Reply(410, Map.of()));
        withWebhook("/gone").awaitReplay();
        receiver.answering((webhook, number) -> new WebhookReceiver.Reply(503, Map.of()));
        withWebhook("/down").awaitReplay();
        until("each was called", () -> receiver.webhooks().size() == 3);
        AcceptedTask cancelled = scheduled();
        sent(204, solitude.delete(cancelled.result()));
        SolitudeClient blocked = solitude.with("Solitude-Ordering-Key", "old-expiry");
        blocked.with("Solitude-Not-Before", FAR)
                .asynchronously()
                .post("/generic/seller/", json("{'uuid': 'old-first'}"));
        AcceptedTask expired = blocked.with("Solitude-Expires", "1")
                .asynchronously()
                .post("/generic/seller/", json("{'uuid': 'old-expired'}"));
        until("it expired", () -> expired.askForReplay().status() == 410);
        provider.injectFaults(Faults.of("unavailable=1"));
        solitude.with("Solitude-Retries", "0")
                .asynchronously()
                .post("/provider/reference/transactions/", payment("old-dead"))
                .awaitReplay();
        sent(200, server.operator().get("/delay/result/?state=dead"));
    }

    private void storeWaitingTasks() {
        AcceptedTask retrying = solitude.with("Solitude-Retries", "20")
                .asynchronously()
                .post("/provider/reference/sellers/", json("{'uuid': 'old-retrying'}"));
        until("it is retried", () -> retrying.askForResult().text().contains("retrying"));
        scheduled();
        SolitudeClient soon = solitude.with("Solitude-Not-Before", "90");
        soon.asynchronously().post("/generic/seller/", json("{'uuid': 'old-waiting'}"));
        for (int place = 0; place < 2; place++) {
            soon.with("Solitude-Ordering-Key", "old-order")
                    .asynchronously()
                    .post("/generic/seller/", json("{'uuid': 'old-place-" + place + "'}"));
        }
    }

    /** Kills the server while it runs a task: its row has a lease, and the journal an open call. */
    private void storeRunningTask(ServerProcess server) {
        provider.injectFaults(Faults.of("latency=PT30S"));
        AcceptedTask running =
                solitude.asynchronously().post("/provider/reference/transactions/", payment("old-running"));
        until("it runs", () -> running.askForResult().text().contains("running"));
        Instant leased = Instant.now().plusSeconds(3);
        until("it has a lease", () -> Instant.now().isAfter(leased));
        server.kill();
    }

    private AcceptedTask withWebhook(String path) {
        return solitude.with("Solitude-Callback", receiver.url() + path)
                .asynchronously()
                .post("/generic/seller/", json("{'uuid': '" + UUID.randomUUID() + "'}"));
    }

    private AcceptedTask scheduled() {
        return solitude.with("Solitude-Not-Before", FAR)
                .asynchronously()
                .post("/generic/seller/", json("{'uuid': '" + UUID.randomUUID() + "'}"));
    }

    private String payment(String uuid) {
        return json(
                "{'uuid': '" + uuid + "', 'seller_product': '" + product + "', 'amount': '5.00', 'currency': 'EUR'}");
    }

    private int status(String uuid) {
        return solitude.get("/generic/transaction/?uuid=" + uuid)
                .json()
                .getJsonArray("objects")
                .getJsonObject(0)
                .getInt("status");
    }

    private String create(String path, String body) {
        return sent(201, post(path, body)).json().getString("resource_uri");
    }

    private ApiResponse post(String path, String body) {
        return solitude.post(path, json(body));
    }

    private static String json(String text) {
        return text.replace('\'', '"');
    }

    private static ApiResponse sent(int status, ApiResponse response) {
        assertThat(List.of(response.status())).as("%s", response).containsExactly(status);
        return response;
    }

    private static void until(String what, BooleanSupplier condition) {
        await(what).atMost(SOON).until(condition::getAsBoolean);
    }
}
