package org.solitude.callback;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.solitude.client.Accepted;
import org.solitude.client.Solitude;
import org.solitude.harness.TestServer;

/** A client that wants to be called when its tasks have ended: it has a receiver, and a secret that signs the calls. */
final class Subscriber implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Receiver receiver = new Receiver();
    private final Solitude client;
    private final String secret;

    /** One with a new secret. */
    Subscriber() {
        this("callbacks");
    }

    /** Another client, with a new secret. */
    Subscriber(String name) {
        client = TestServer.client(name);
        secret = client.post("/delay/callback/secret/", "").json().getString("secret");
    }

    Solitude client() {
        return client;
    }

    Receiver receiver() {
        return receiver;
    }

    /** The newest, as it was shown. */
    String secret() {
        return secret;
    }

    /** The client as it delays a write and asks to be called. */
    Solitude asking() {
        return client.with("Solitude-Async", "yes").with("Solitude-Callback", receiver.url());
    }

    Accepted ask(String path, String json) {
        return Accepted.of(client, asking().post(path, json));
    }

    Call awaitCall(Accepted task) {
        return awaitFirst("a call for " + task.uuid(), () -> receiver.callsOf(task.uuid()));
    }

    JsonObject awaitState(Accepted task, String state) {
        return awaitFirst(task.uuid() + " " + state, () -> deliveries("?task=" + task.uuid() + "&state=" + state));
    }

    /** The delivery, once an attempt has ended. */
    JsonObject awaitHistory(Accepted task) {
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

    private static <T> T awaitFirst(String what, Supplier<List<T>> search) {
        return Awaitility.await(what)
                .atMost(PATIENCE)
                .until(search::get, found -> !found.isEmpty())
                .get(0);
    }

    @Override
    public void close() {
        receiver.close();
    }
}
