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

/** Tests the documented common responses on every operation of the document, including operations added later. */
@UsesSharedServer
class EveryOperationIT {
    private static final String PROVIDER = "scripted/sellers/";
    private static final String UNKNOWN_ID = "999999999999";

    private final SolitudeClient client = TestServer.client();
    private final SolitudeClient operator = TestServer.operator();
    private final OpenApiDocument document = OpenApiDocument.parse(TestServer.anonymous()
            .with("Accept", "application/json")
            .get("/openapi")
            .text());
    private final Map<String, String> records = new LinkedHashMap<>();

    @BeforeEach
    void createOneOfEachResource() {
        String seller = create("seller", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        String product =
                create("product", "{\"seller\": \"" + seller + "\", \"external_id\": \"" + UUID.randomUUID() + "\"}");
        create("buyer", "{\"uuid\": \"" + UUID.randomUUID() + "\"}");
        create("transaction", "{\"seller_product\": \"" + product + "\"}");
    }

    @Test
    void requestWithoutCredentialsIs401() {
        document.operations().stream()
                .filter(operation -> operation.statuses().contains("401"))
                .forEach(operation -> expect(operation, 401, TestServer.anonymous(), existing(operation), "{}"));
    }

    @Test
    void operationsThatNeedAnotherRoleAreForbiddenToReaders() {
        SolitudeClient reader = TestServer.client("only-reads", "reader");
        document.operations().stream()
                .filter(operation -> operation.statuses().contains("403") && !operation.isPublic())
                .forEach(operation -> expect(operation, 403, reader, existing(operation), "{}"));
    }

    @Test
    void asyncWriteIs202() {
        writes("202").forEach(write -> expect(write, 202, deferred(write), withoutEffect(write), "{}"));
    }

    @Test
    void malformedTaskOptionIs400() {
        writes("400")
                .forEach(write -> expect(
                        write,
                        400,
                        authorized(write).with("Solitude-Async", "yes").with("Solitude-Priority", "10"),
                        existing(write),
                        "{}"));
    }

    @Test
    void bodyThatIsNotJsonIs415() {
        writes("415").forEach(write -> {
            ApiResponse response =
                    authorized(write).send(write.method(), existing(write), RequestBody.of("text/plain", new byte[1]));
            assertThat(response.status())
                    .as("%s with text: %s", write, response)
                    .isEqualTo(415);
        });
    }

    @Test
    void unknownFieldIs422() {
        writes("422")
                .filter(write -> write.hasBody() && !write.statuses().contains("default"))
                .forEach(write -> expect(write, 422, authorized(write), existing(write), "{\"no_such_field\": 1}"));
    }

    @Test
    void keyOfAnotherWriteIs422() {
        writes("422").forEach(write -> {
            SolitudeClient keyed =
                    deferred(write).with("Idempotency-Key", UUID.randomUUID().toString());
            keyed.send(
                    write.method(), withoutEffect(write), write.hasBody() ? RequestBody.json("{}") : RequestBody.NONE);
            expect(write, 422, keyed, withoutEffect(write) + "?another=write", "{}");
        });
    }

    @Test
    void missingResourceIs404() {
        document.operations().stream()
                .filter(operation ->
                        operation.statuses().contains("404") && operation.path().contains("{"))
                .forEach(operation -> expect(operation, 404, authorized(operation), missing(operation), "{}"));
    }

    @Test
    void unknownQueryParameterIs400() {
        document.operations().stream()
                .filter(operation -> operation.method().equals("GET"))
                .filter(operation -> operation.statuses().contains("400"))
                .forEach(list -> expect(list, 400, authorized(list), existing(list) + "?no_such=1", ""));
    }

    @Test
    void entityTagsGive304And412() {
        document.operations().stream()
                .filter(operation -> operation.statuses().contains("304"))
                .filter(read -> client.get(existing(read)).status() == 200)
                .forEach(read -> {
                    String tag = client.get(existing(read)).header("ETag").orElseThrow();
                    expect(read, 304, client.with("If-None-Match", tag), existing(read), "");
                    expect(read, 412, client.with("If-Match", "\"stale\""), existing(read), "");
                });
        writes("412").forEach(write -> expect(write, 412, client.with("If-Match", "\"stale\""), existing(write), "{}"));
    }

    private void expect(Operation operation, int status, SolitudeClient caller, String path, String body) {
        RequestBody sent = operation.isWrite() && operation.hasBody() ? RequestBody.json(body) : RequestBody.NONE;
        ApiResponse response = caller.send(operation.method(), path, sent);
        assertThat(response.status())
                .as("%s at %s: %s", operation, path, response)
                .isEqualTo(status);
    }

    private java.util.stream.Stream<Operation> writes(String status) {
        return document.operations().stream()
                .filter(operation -> operation.isWrite() && !operation.isPublic())
                .filter(operation -> operation.statuses().contains(status));
    }

    /** Returns a client whose writes are deferred so long that they are never executed. */
    private SolitudeClient deferred(Operation write) {
        return authorized(write).with("Solitude-Async", "yes").with("Solitude-Not-Before", "86400");
    }

    private SolitudeClient authorized(Operation operation) {
        return operation.path().startsWith("/operations/") ? operator : client;
    }

    private String existing(Operation operation) {
        String path = operation.path();
        for (Map.Entry<String, String> each : records.entrySet()) {
            path = path.replace("/generic/" + each.getKey() + "/{pk}/", each.getValue());
        }
        return path.replace("{name}/{path}", PROVIDER).replaceAll("\\{.*?}", UNKNOWN_ID);
    }

    /** Returns a path with an existing provider, but of a record that does not exist. */
    private String withoutEffect(Operation operation) {
        return operation.path().replace("{name}/{path}", PROVIDER).replaceAll("\\{.*?}", UNKNOWN_ID);
    }

    private String missing(Operation operation) {
        return operation.path().replaceAll("\\{.*?}", UNKNOWN_ID);
    }

    private String create(String type, String json) {
        ApiResponse created = client.post("/generic/" + type + "/", json);
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        records.put(type, created.json().getString("resource_uri"));
        return created.json().getString("resource_uri");
    }
}
