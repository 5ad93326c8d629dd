package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.RawHttp;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Tests which actions the audit log contains, and that a client cannot forge its lines. */
@UsesSharedServer
class AuditIT {
    private final SolitudeClient solitude = TestServer.client();

    @Test
    void everyStepOfTaskIsAudited() {
        AcceptedTask task = solitude.asynchronously().post("/probe/echo/", "{\"secret\": \"in-the-body\"}");
        task.awaitResult();
        // "ran" is written after the commit; a fast reader may be logged before it
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(acts(task.uuid())).startsWith("made").contains("ran", "read"));
        assertThat(lines(task.uuid()))
                .allSatisfy(line -> assertThat(json(line).getString("client")).isEqualTo("client:tests"));
        assertThat(String.join("\n", lines(""))).doesNotContain("in-the-body", "Basic ");
    }

    @Test
    void redriveIsAuditedWithItsOperator() {
        AcceptedTask task = solitude.with("Solitude-Retries", "0")
                .asynchronously()
                .post("/probe/unwell/" + UUID.randomUUID() + "/?times=1&status=503", "{}");
        task.awaitResult();
        TestServer.operator().post("/operations/redrive/" + task.uuid() + "/", "");
        Awaitility.await().untilAsserted(() -> assertThat(lines(task.uuid())).anySatisfy(line -> {
            assertThat(json(line).getString("act")).isEqualTo("redrove");
            assertThat(json(line).getString("client")).isEqualTo("client:operator");
            assertThat(json(line).getString("owner")).isEqualTo("client:tests");
        }));
    }

    @Test
    void readOfForeignTaskAndRefusalAreAudited() {
        AcceptedTask task = solitude.asynchronously().post("/probe/echo/", "{}");
        TestServer.client("other").get(task.result());
        TestServer.anonymous().get(task.result());
        Awaitility.await().untilAsserted(() -> assertThat(lines(task.uuid()))
                .anySatisfy(
                        line -> assertThat(json(line).getString("client", "")).isEqualTo("client:other"))
                .anySatisfy(line -> assertThat(json(line).getString("act")).isEqualTo("refused")));
    }

    @Test
    void readsOfBuyersAreAudited() {
        String uuid = UUID.randomUUID().toString();
        String email = uuid + "@example.com";
        String uri = solitude.post("/generic/buyer/", "{\"uuid\": \"" + uuid + "\", \"email\": \"" + email + "\"}")
                .json()
                .getString("resource_uri");
        solitude.get(uri);
        TestServer.client("other").get("/generic/buyer/?email=" + email);
        Awaitility.await().untilAsserted(() -> assertThat(lines(uri))
                .map(AuditIT::json)
                .anySatisfy(line -> {
                    assertThat(line.getString("act")).isEqualTo("read");
                    assertThat(line.getString("client")).isEqualTo("client:tests");
                    assertThat(line.getString("path")).isEqualTo(uri);
                })
                .anySatisfy(line -> {
                    assertThat(line.getString("act")).isEqualTo("read");
                    assertThat(line.getString("client")).isEqualTo("client:other");
                    assertThat(line.getString("path")).isEqualTo("/generic/buyer/");
                    assertThat(line.getString("records")).isEqualTo(uri);
                }));
        assertThat(lines(email)).isEmpty();
    }

    /** Another spelling of a task's path either reaches no task or is audited as well. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/delay/result/%s",
                "/%%64elay/result/%s/",
                "//delay/result/%s/",
                "/delay//result/%s/",
                "/./delay/result/%s/",
                "/generic/../delay/result/%s/",
                "/DELAY/result/%s/",
                "/delay/%%72eplay/%s/"
            })
    void everySpellingOfTaskPathIsAuditedOrRefused(String spelling) {
        AcceptedTask task = solitude.asynchronously().post("/probe/echo/", "{}");
        task.awaitReplay();
        String path = spelling.formatted(task.uuid());
        ApiResponse response =
                RawHttp.to(TestServer.running()).send("GET " + path + " HTTP/1.1\r\nHost: localhost\r\n\r\n");
        if (response.status() == 200) {
            Awaitility.await().until(() -> acts(path).contains("read"));
        } else {
            assertThat(response.status()).as("%s", response).isIn(400, 404);
        }
    }

    @Test
    void auditLineCannotBeForged() {
        String id = UUID.randomUUID().toString();
        solitude.send(
                "POST", "/probe/" + id + "%0d%0a%7B%22act%22%3A%22made%22%7D%1b%5B2J%E2%80%AE", RequestBody.json("{}"));
        Awaitility.await().untilAsserted(() -> assertThat(lines(id))
                .hasSize(1)
                .allSatisfy(line -> assertThat(line).matches("[\\x20-\\x7e]+"))
                .allSatisfy(line -> assertThat(json(line).getString("act")).isEqualTo("called")));
    }

    private static List<String> acts(String text) {
        return lines(text).stream().map(line -> json(line).getString("act")).toList();
    }

    private static List<String> lines(String text) {
        Path log = TestServer.running().directory().resolve("log/solitude-audit.log");
        try {
            return Files.readString(log, StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.contains(text))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static JsonObject json(String line) {
        return Json.createReader(new StringReader(line)).readObject();
    }
}
