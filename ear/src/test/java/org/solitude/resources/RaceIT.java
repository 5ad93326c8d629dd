package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.Rules.assertBroken;
import static org.solitude.resources.Rules.document;
import static org.solitude.resources.Rules.fresh;
import static org.solitude.resources.Rules.json;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solitude.client.Answer;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.TestServer;

/** Many clients ask for the same at once: one gets it, and the others learn what a latecomer would have learnt. */
@OnTheServer
class RaceIT {

    private static final int MANY = 16;

    private final Solitude solitude = TestServer.client();

    @Test
    void oneBuyerOfAName() {
        race("/generic/buyer/", json("{'uuid': '%s'}", fresh("buyer")), "uuid=BUYER_UUID_ALREADY_EXISTS");
    }

    @Test
    void oneProductOfASellersName() {
        String body = json("{'seller': '%s', 'external_id': 'e'}", seller());
        race("/generic/product/", body, "external_id=EXTERNAL_PRODUCT_ID_IS_NOT_UNIQUE");
    }

    @Test
    void oneTransactionOfAProvidersId() {
        String product = document(solitude.post("/generic/product/", json("{'seller': '%s'}", seller())), 201)
                .getString("resource_uri");
        String body = json("{'seller_product': '%s', 'provider': 'reference', 'uid_pay': '%s'}", product, fresh("uid"));
        race("/generic/transaction/", body, "uid_pay=UID_PAY_IS_NOT_UNIQUE");
    }

    @Test
    void oneWriterOfEachVersion() {
        String uri = seller();
        String tag = solitude.get(uri).header("ETag").orElseThrow();
        List<Answer> answers = all(solitude.with("If-Match", tag), "PATCH", uri, json("{'active': false}"));
        assertThat(answers.stream().map(Answer::status)).containsOnly(200, 412);
        assertThat(answers.stream().filter(answer -> answer.status() == 200)).hasSize(1);
    }

    private String seller() {
        return document(solitude.post("/generic/seller/", json("{'uuid': '%s'}", fresh("seller"))), 201)
                .getString("resource_uri");
    }

    private void race(String path, String body, String told) {
        List<Answer> answers = all(solitude, "POST", path, body);
        assertThat(answers.stream().filter(answer -> answer.status() == 201)).hasSize(1);
        answers.stream().filter(answer -> answer.status() != 201).forEach(answer -> assertBroken(answer, told));
    }

    private static List<Answer> all(Solitude client, String method, String path, String body) {
        List<CompletableFuture<Answer>> started = Stream.generate(() -> client.start(method, path, Body.json(body)))
                .limit(MANY)
                .toList();
        return started.stream().map(CompletableFuture::join).toList();
    }
}
