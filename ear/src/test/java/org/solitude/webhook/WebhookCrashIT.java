package org.solitude.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests webhooks with a receiver that refuses some attempts and a server that is killed: the receiver accepts each
 * ended task with a webhook exactly once. One kill with every build, as many as wanted with {@code -Dcallback.kills},
 * see docs/testing.md.
 */
class WebhookCrashIT {
    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    private final int kills = Integer.getInteger("callback.kills", 1);
    private final long seed = Long.getLong("callback.seed", new Random().nextInt(1_000_000));
    private final Random random = new Random(seed);

    @Test
    void receiverAcceptsEachEndedTaskOnce() {
        try (TestDatabase database = TestDatabase.create("webhook-kills");
                ServerProcess server = new ServerProcess("webhook-kills", database);
                WebhookReceiver receiver = new WebhookReceiver().answering(this::reply)) {
            server.launch();
            server.awaitUp();
            String secret =
                    server.client().post("/delay/callback/secret/", "").json().getString("secret");
            for (int kill = 0; kill < kills; kill++) {
                try (WebhookClients clients = new WebhookClients(server.client(), receiver, random.nextLong())) {
                    clients.awaitAccepted(40 + random.nextInt(200));
                    server.kill();
                }
                server.launch();
                server.awaitUp();
            }
            cancelScheduledTasks(server.client());
            awaitLastDelivery(server.client());
            checkDeliveries(server.client(), receiver, secret);
        }
    }

    /** Refuses the first attempts of each id, up to three of them, with 500 or 503. */
    private WebhookReceiver.Reply reply(ReceivedWebhook webhook, int number) {
        int refusals = Math.floorMod((webhook.id() + seed).hashCode(), 4);
        return number > refusals ? WebhookReceiver.Reply.OK : WebhookReceiver.Reply.of(number % 2 == 0 ? 503 : 500);
    }

    /** Cancels the tasks that were submitted but not cancelled before a kill. */
    private static void cancelScheduledTasks(SolitudeClient solitude) {
        forEach(
                solitude,
                "/delay/result/?limit=100&state=waiting",
                task -> solitude.delete(task.getString("resource_uri")));
    }

    private static void awaitLastDelivery(SolitudeClient solitude) {
        for (String list : List.of("/delay/result/?run=false&state=waiting", "/delay/callback/?state=waiting")) {
            Awaitility.await(list + " is empty")
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> solitude.get(list + "&limit=1")
                            .json()
                            .getJsonArray("objects")
                            .isEmpty());
        }
    }

    private void checkDeliveries(SolitudeClient solitude, WebhookReceiver receiver, String secret) {
        Set<String> expected = new TreeSet<>();
        forEach(solitude, "/delay/result/?limit=100", task -> {
            if (!task.getString("path").endsWith(WebhookClients.WITHOUT_WEBHOOK)) {
                expected.add(task.getString("uuid"));
            }
        });
        List<ReceivedWebhook> accepted = List.copyOf(receiver.accepted());
        assertThat(accepted)
                .as("seed %s", seed)
                .extracting(ReceivedWebhook::task)
                .doesNotHaveDuplicates();
        assertThat(accepted)
                .as("seed %s", seed)
                .extracting(ReceivedWebhook::task)
                .containsExactlyInAnyOrderElementsOf(expected);
        assertThat(receiver.webhooks()).allMatch(webhook -> webhook.isSignedBy(secret));
        Set<String> delivered = new TreeSet<>();
        forEach(
                solitude,
                "/delay/callback/?limit=100&state=delivered",
                delivery -> delivered.add(delivery.getString("task")));
        assertThat(delivered).as("seed %s", seed).isEqualTo(expected);
        assertThat(expected)
                .as("at least one task with a webhook ended per kill")
                .hasSizeGreaterThan(kills);
    }

    private static void forEach(SolitudeClient solitude, String first, Consumer<JsonObject> visitor) {
        String page = first;
        while (page != null) {
            JsonObject list = solitude.get(page).json();
            list.getJsonArray("objects").getValuesAs(JsonObject.class).forEach(visitor);
            JsonObject meta = list.getJsonObject("meta");
            page = meta.isNull("next") ? null : meta.getString("next");
        }
    }
}
