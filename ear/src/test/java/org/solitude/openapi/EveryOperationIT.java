package org.solitude.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.openapi.OpenApiDocument.Operation;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** What the document says of all operations is tried on each, as it stands there: a route that comes tomorrow is tried, too. */
@UsesSharedServer
class EveryOperationIT {
    private static final String PROVIDER = "scripted/sellers/";
    private static final String NOBODYS = "999999999999";

    private final SolitudeClient client = TestServer.client();
    private final SolitudeClient operator = TestServer.operator();
    private final OpenApiDocument document = OpenApiDocument.parse(TestServer.anonymous()
            .with("Accept", "application/json")
            .get("/openapi")
            .text());
    private final Map<String, String> records = new LinkedHashMap<>();

    @BeforeEach
    void makeOneOfEach() {
        String seller = create("seller", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        String product =
                create("product", "{\"seller\": \"" + seller + "\", \"external_id\": \"" + UUID.randomUUID() + "\"}");
        create("buyer", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        create("transaction", "{\"seller_product\": \"" + product + "\"}");
    }

    @Test
    void isForNobodyUnknown() {
        document.operations().stream()
                .filter(operation -> operation.statuses().contains("401"))
                .forEach(operation -> expect(operation, 401, TestServer.anonymous(), existing(operation), "{}"));
    }

    @Test
    void isNotForClientsWhereItIsForOperators() {
        document.operations().stream()
                .filter(operation -> operation.statuses().contains("403") && !operation.isPublic())
                .forEach(operation -> expect(operation, 403, client, existing(operation), "{}"));
    }

    @Test
    void isAcceptedWhereItIsAWrite() {
        writes("202").forEach(write -> expect(write, 202, later(write), harmless(write), "{}"));
    }

    @Test
    void refusesAMalformedWish() {
        writes("400")
                .forEach(write -> expect(
                        write,
                        400,
                        privileged(write).with("Solitude-Async", "yes").with("Solitude-Priority", "10"),
                        existing(write),
                        "{}"));
    }

    @Test
    void refusesWhatIsNoJson() {
        writes("415").forEach(write -> {
            ApiResponse answer =
                    privileged(write).send(write.method(), existing(write), RequestBody.of("text/plain", new byte[1]));
            assertThat(answer.status()).as("%s with text: %s", write, answer).isEqualTo(415);
        });
    }

    @Test
    void refusesFieldsThatNobodyKnows() {
        writes("422")
                .filter(write -> write.hasBody() && !write.statuses().contains("default"))
                .forEach(write -> expect(write, 422, privileged(write), existing(write), "{\"no_such_field\": 1}"));
    }

    @Test
    void refusesAKeyThatWasAnotherWrites() {
        writes("422").forEach(write -> {
            SolitudeClient keyed =
                    later(write).with("Idempotency-Key", UUID.randomUUID().toString());
            keyed.send(write.method(), harmless(write), write.hasBody() ? RequestBody.json("{}") : RequestBody.NONE);
            expect(write, 422, keyed, harmless(write) + "?another=write", "{}");
        });
    }

    @Test
    void saysWhatIsNotThere() {
        document.operations().stream()
                .filter(operation ->
                        operation.statuses().contains("404") && operation.path().contains("{"))
                .forEach(operation -> expect(operation, 404, privileged(operation), missing(operation), "{}"));
    }

    @Test
    void refusesAQueryThatNobodyKnows() {
        document.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.statuses().contains("400"))
                .forEach(list -> expect(list, 400, client, existing(list) + "?no_such=1", ""));
    }

    @Test
    void knowsItsVersions() {
        document.operations().stream()
                .filter(operation -> operation.statuses().contains("304"))
                .forEach(read -> {
                    String tag = client.get(existing(read)).header("ETag").orElseThrow();
                    expect(read, 304, client.with("If-None-Match", tag), existing(read), "");
                });
        writes("412").forEach(write -> expect(write, 412, client.with("If-Match", "\"stale\""), existing(write), "{}"));
    }

    private void expect(Operation operation, int status, SolitudeClient caller, String path, String body) {
        RequestBody sent = operation.isWrite() && operation.hasBody() ? RequestBody.json(body) : RequestBody.NONE;
        ApiResponse answer = caller.send(operation.method(), path, sent);
        assertThat(answer.status()).as("%s at %s: %s", operation, path, answer).isEqualTo(status);
    }

    private java.util.stream.Stream<Operation> writes(String status) {
        return document.operations().stream()
                .filter(operation -> operation.isWrite() && !operation.isPublic())
                .filter(operation -> operation.statuses().contains(status));
    }

    /** Delays a write so long that it is never done. */
    private SolitudeClient later(Operation write) {
        return privileged(write).with("Solitude-Async", "yes").with("Solitude-Not-Before", "86400");
    }

    private SolitudeClient privileged(Operation operation) {
        return operation.path().startsWith("/operations/") ? operator : client;
    }

    private String existing(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> each : records.entrySet()) {
            path = path.replace("/generic/" + each.getKey() + "/{pk}/", each.getValue());
        }
        return path.replace("{name}/{path}", PROVIDER).replaceAll("\\{.*?}", NOBODYS);
    }

    /** At a provider that there is, and at no record that there is. */
    private String harmless(Operation operation) {
        return operation.path().replace("{name}/{path}", PROVIDER).replaceAll("\\{.*?}", NOBODYS);
    }

    private String missing(Operation operation) {
        return operation.path().replaceAll("\\{.*?}", NOBODYS);
    }

    private String create(String noun, String json) {
        ApiResponse created = client.post("/generic/" + noun + "/", json);
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        records.put(noun, created.json().getString("resource_uri"));
        return created.json().getString("resource_uri");
    }
}
