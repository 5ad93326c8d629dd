package org.solitude.provider;

import static org.solitude.harness.ScriptedProvider.json;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.solitude.harness.ScriptedProvider;
import org.solitude.harness.ScriptedProvider.Reply;
import org.solitude.harness.TestServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.provider.EventSignature;

/**
 * The payments of the provider {@code scripted}: what it answers to a charge and to an inquiry, and the events it
 * sends, for one payment.
 *
 * @param uuid the uuid of the payment
 */
record ScriptedPayments(ScriptedProvider provider, String uuid) implements AutoCloseable {

    /** Where clients pay with this provider. */
    static final String PATH = "/provider/scripted/transactions/";

    private static final String REMOTE_PATH = "/scripted/v1/transactions/";
    private static final EventSignature SIGNATURE = new EventSignature(ScriptedProvider.EVENT_SECRET);

    static ScriptedPayments ofNewPayment() {
        return new ScriptedPayments(
                TestServer.running().scripted(), UUID.randomUUID().toString());
    }

    /** Scripts the answers to the next charges; the last one answers all later charges. */
    void onCharge(Reply... replies) {
        provider.on("POST " + REMOTE_PATH, replies);
    }

    /** Scripts the answers to the next inquiries; the last one answers all later inquiries. */
    void onInquiry(Reply... replies) {
        provider.on("GET " + REMOTE_PATH, replies);
    }

    /** Returns the provider's record of the payment; {@code more} are further members, each after a comma. */
    String document(String status, String more) {
        return "{\"uuid\": \"%s\", \"status\": \"%s\"%s}".formatted(uuid, status, more);
    }

    /** Returns an answer to a charge. */
    Reply charged(String status, String more) {
        return json(201, document(status, more));
    }

    /** Returns the answer to an inquiry of a provider that has this payment in this status. */
    Reply known(String status, String more) {
        return found(document(status, more));
    }

    /** Returns the answer to an inquiry of a provider that does not know the payment. */
    static Reply unknown() {
        return found();
    }

    /** Returns the answer to an inquiry that found these records. */
    static Reply found(String... documents) {
        return json(200, "{\"objects\": [" + String.join(", ", documents) + "]}");
    }

    /** Sends an event about the payment. */
    ApiResponse send(String status, String more) {
        String id = "msg_" + UUID.randomUUID();
        long now = Instant.now().getEpochSecond();
        String body = "{\"type\": \"transaction.%s\", \"data\": %s}".formatted(status, document(status, more));
        return TestServer.anonymous()
                .with("webhook-id", id)
                .with("webhook-timestamp", Long.toString(now))
                .with("webhook-signature", SIGNATURE.of(id, now, body))
                .post("/provider/scripted/notify/", body);
    }

    /** Returns the charges of this payment that the provider has received. */
    List<ScriptedProvider.Call> charges() {
        return provider.calls(REMOTE_PATH).stream()
                .filter(call -> call.method().equals("POST") && call.body().contains(uuid))
                .toList();
    }

    /** Returns how many inquiries of this payment the provider has received. */
    long inquiries() {
        return provider.calls(REMOTE_PATH).stream()
                .filter(call -> call.method().equals("GET") && call.uri().contains(uuid))
                .count();
    }

    /** Ends the payment, so that it is not reconciled during later tests, and forgets the script. */
    @Override
    public void close() {
        send("failed", "");
        provider.forget("POST " + REMOTE_PATH);
        provider.forget("GET " + REMOTE_PATH);
    }
}
