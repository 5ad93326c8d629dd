package org.solitude.webhook;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.solitude.harness.TestServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.SolitudeClient;

/** A client with a receiver for webhooks and a secret that signs them. */
final class WebhookSubscriber implements AutoCloseable {
    static final Duration TIMEOUT = Duration.ofSeconds(60);

    private final WebhookReceiver receiver = new WebhookReceiver();
    private final SolitudeClient client;
    private final String secret;

    /** Creates a subscriber with a new secret for the client {@code callbacks}. */
    WebhookSubscriber() {
        this("callbacks");
    }

    /** Creates a subscriber with a new secret for this client. */
    WebhookSubscriber(String name) {
        client = TestServer.client(name);
        secret = client.post("/delay/callback/secret/", "").json().getString("secret");
    }

    SolitudeClient client() {
        return client;
    }

    WebhookReceiver receiver() {
        return receiver;
    }

    /** Returns the secret that was created for this subscriber. */
    String secret() {
        return secret;
    }

    /** Returns the client with the headers for an asynchronous write with a webhook. */
    SolitudeClient withCallback() {
        return client.with("Solitude-Async", "yes").with("Solitude-Callback", receiver.url());
    }

    AcceptedTask submit(String path, String json) {
        return AcceptedTask.of(client, withCallback().post(path, json));
    }

    ReceivedWebhook awaitWebhook(AcceptedTask task) {
        return awaitFirst("a webhook for " + task.uuid(), () -> receiver.webhooksOf(task.uuid()));
    }

    JsonObject awaitState(AcceptedTask task, String state) {
        return awaitFirst(task.uuid() + " " + state, () -> deliveries("?task=" + task.uuid() + "&state=" + state));
    }

    /** Waits until an attempt has ended and returns the delivery. */
    JsonObject awaitAttempt(AcceptedTask task) {
        return awaitFirst("an attempt for " + task.uuid(), () -> deliveries("?task=" + task.uuid()).stream()
                .map(delivery -> client.get(delivery.getString("resource_uri")).json())
                .filter(delivery -> !delivery.getJsonArray("history").isEmpty())
                .toList());
    }

    List<JsonObject> deliveries(String query) {
        return client.get("/delay/callback/" + query)
                .json()
                .getJsonArray("objects")
                .getValuesAs(JsonObject.class);
    }

    private static <T> T awaitFirst(String description, Supplier<List<T>> search) {
        return Awaitility.await(description)
                .atMost(TIMEOUT)
                .until(search::get, found -> !found.isEmpty())
                .get(0);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
