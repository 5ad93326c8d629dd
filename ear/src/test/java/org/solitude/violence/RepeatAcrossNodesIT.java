package org.solitude.violence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.solitude.client.Answer;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.Database;
import org.solitude.harness.ServerProcess;

/** One key, two nodes, one database: so on PostgreSQL only, see docs/testing.md. */
class RepeatAcrossNodesIT {
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final int REPEATS = 50;

    @Test
    void aKeyIsOneOnAllNodesAlsoWhenTheFirstDies() {
        Plan plan = Plan.fromTheCommandLine();
        assumeThat(plan.database()).isEqualTo("postgresql");
        try (Database database = Database.start(plan.database());
                ServerProcess one = new ServerProcess("repeats-one", database);
                ServerProcess other = new ServerProcess("repeats-other", database)) {
            String oneKey = encryptionKey();
            one.set("SOLITUDE_ENCRYPTION_KEY", oneKey);
            other.set("SOLITUDE_ENCRYPTION_KEY", oneKey);
            one.launch();
            one.awaitUp();
            other.launch();
            other.awaitUp();
            aRepeatElsewhereGetsTheFirstAnswer(one.client(), other.client());
            aRaceOfBothNodesHasOneEffect(one.client(), other.client());
            aNodeThatDiesLeavesTheKeyToTheOther(one, other.client());
        }
    }

    /** What one node seals the other must be able to read. */
    private static String encryptionKey() {
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        return Base64.getEncoder().encodeToString(random);
    }

    private static void aRepeatElsewhereGetsTheFirstAnswer(Solitude one, Solitude other) {
        String key = UUID.randomUUID().toString();
        CompletableFuture<Answer> first = pass(one, key);
        await().atMost(SOON).until(() -> calls(one, key).equals("1"));
        CompletableFuture<Answer> repeat = pass(other, key);
        one.delete("/probe/gate/" + key + "/");
        assertThat(first.join().status()).isEqualTo(201);
        assertThat(repeat.join().status()).isEqualTo(201);
        assertThat(repeat.join().body()).isEqualTo(first.join().body());
        assertThat(calls(other, key)).isEqualTo("0");
    }

    private static void aRaceOfBothNodesHasOneEffect(Solitude one, Solitude other) {
        String seller = made(one, "/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        String product = made(one, "/generic/product/", "{\"seller\": \"" + seller + "\"}");
        String key = UUID.randomUUID().toString();
        List<CompletableFuture<Answer>> answers = new ArrayList<>();
        for (int i = 0; i < REPEATS; i++) {
            answers.add(start(i % 2 == 0 ? one : other, product, key));
        }
        List<Answer> given = answers.stream().map(CompletableFuture::join).toList();
        assertThat(given).extracting(Answer::status).isSubsetOf(201, 409);
        assertThat(given)
                .filteredOn(answer -> answer.status() == 201)
                .extracting(Answer::text)
                .isNotEmpty()
                .containsOnly(
                        write(one, product, key).text(),
                        write(other, product, key).text());
        assertThat(one.get("/generic/transaction/?seller=" + seller)
                        .json()
                        .getJsonObject("meta")
                        .getInt("total_count"))
                .isEqualTo(1);
    }

    private static CompletableFuture<Answer> start(Solitude client, String product, String key) {
        return client.with("Idempotency-Key", key)
                .start(
                        "POST",
                        "/generic/transaction/",
                        Body.json("{\"seller_product\": \"" + product + "\", \"provider\": \"reference\"}"));
    }

    private static Answer write(Solitude client, String product, String key) {
        return await().atMost(SOON).until(() -> start(client, product, key).join(), answer -> answer.status() != 409);
    }

    /** Nobody extends the claim of a dead node: when it is over, the next call with the key runs. */
    private static void aNodeThatDiesLeavesTheKeyToTheOther(ServerProcess one, Solitude other) {
        String key = UUID.randomUUID().toString();
        CompletableFuture<Answer> first = pass(one.client(), key);
        await().atMost(SOON).until(() -> calls(one.client(), key).equals("1"));
        one.kill();
        assertThat(first).failsWithin(SOON);
        other.delete("/probe/gate/" + key + "/");
        Answer repeat = await().atMost(SOON).until(() -> pass(other, key).join(), answer -> answer.status() != 409);
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(201);
        assertThat(calls(other, key)).isEqualTo("1");
    }

    private static CompletableFuture<Answer> pass(Solitude client, String key) {
        return client.with("Idempotency-Key", key).start("POST", "/probe/gate/" + key + "/", Body.json("{}"));
    }

    private static String calls(Solitude client, String key) {
        return client.get("/probe/journal/gate-" + key + "/").text();
    }

    private static String made(Solitude client, String path, String json) {
        Answer answer = client.post(path, json);
        assertThat(answer.status()).as("%s", answer).isEqualTo(201);
        return answer.json().getString("resource_uri");
    }
}
