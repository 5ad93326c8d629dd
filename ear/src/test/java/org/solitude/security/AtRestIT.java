package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests that confidential values are stored encrypted only: searches every file of the server and of its database, and
 * a dump of all tables.
 */
@UsesSharedServer
class AtRestIT {

    private final SolitudeClient solitude = TestServer.client();
    private final String mark = UUID.randomUUID().toString();

    @Test
    void noFileContainsConfidentialValues() {
        String email = "mail-" + mark + "@example.com";
        String secret = "secret-" + mark;
        String body = "body-" + mark;
        String query = "query-" + mark;
        String header = "header-" + mark;
        solitude.post("/generic/buyer/", "{\"uuid\": \"open-" + mark + "\", \"email\": \"" + email + "\"}");
        solitude.asynchronously()
                .post("/generic/seller/", "{\"uuid\": \"" + mark + "\"}")
                .awaitReplay();
        String seller = uri("/generic/seller/?uuid=" + mark);
        solitude.asynchronously()
                .post(
                        "/generic/product/",
                        "{\"seller\": \"" + seller + "\", \"external_id\": \"x\", \"public_id\": \"" + UUID.randomUUID()
                                + "\", \"secret\": \"" + secret + "\"}")
                .awaitReplay();
        solitude.with("X-Confidential", header)
                .asynchronously()
                .send(
                        "POST",
                        "/probe/echo/?q=" + query,
                        RequestBody.of("text/plain", body.getBytes(StandardCharsets.UTF_8)))
                .awaitReplay();

        String key = "key-" + mark;
        String stored = "answered-" + mark;
        solitude.with("Idempotency-Key", key)
                .send("POST", "/probe/echo/", RequestBody.of("text/plain", stored.getBytes(StandardCharsets.UTF_8)));
        solitude.with("Idempotency-Key", key + "-too")
                .asynchronously()
                .send("POST", "/probe/echo/", RequestBody.of("text/plain", stored.getBytes(StandardCharsets.UTF_8)))
                .awaitReplay();

        String token = "token-" + mark;
        String webhookSecret =
                solitude.post("/delay/callback/secret/", "").json().getString("secret");
        AcceptedTask.of(
                        solitude,
                        solitude.with("Solitude-Async", "yes")
                                .with("Solitude-Callback", "https://127.0.0.5:1024/" + token + "?x=" + token)
                                .post("/probe/echo/", "{}"))
                .awaitReplay();

        String dump = solitude.get("/probe/dump/").text();
        List<String> confidential = List.of(
                email,
                secret,
                body,
                query,
                header,
                key,
                stored,
                token,
                webhookSecret,
                TestServer.running().logins().tests().secret());
        List<String> searched = new ArrayList<>(confidential);
        searched.add("open-" + mark);
        Map<String, List<Path>> files = filesWith(searched);
        assertThat(files.get("open-" + mark))
                .as("the search finds what is stored unencrypted")
                .isNotEmpty();
        assertThat(dump).as("the dump contains what is stored unencrypted").contains("open-" + mark);
        for (String each : confidential) {
            assertThat(files.get(each)).as("files that contain %s", each).isEmpty();
            assertThat(dump.contains(each)).as("the dump contains %s", each).isFalse();
        }
    }

    /**
     * Four digits occur by chance in times and ids. So these PINs begin with a zero, as no number does, and match in
     * the dump only if no other character precedes or follows them. In files the test searches for the PIN in the JSON
     * that was sent.
     */
    @Test
    void noFileContainsPin() {
        String buyer = "pin-" + mark;
        String sent = buyer + "\", \"pin\": \"";
        solitude.post("/generic/buyer/", "{\"uuid\": \"" + sent + "0739\"}");
        solitude.asynchronously()
                .post("/generic/confirm_pin/", "{\"uuid\": \"" + sent + "0739\"}")
                .awaitReplay();
        String uri = uri("/generic/buyer/?uuid=" + buyer);
        assertThat(solitude.asynchronously()
                        .patch(uri, "{\"needs_pin_reset\": true, \"new_pin\": \"0852\"}")
                        .awaitReplay()
                        .json()
                        .getBoolean("new_pin"))
                .isTrue();
        solitude.post("/generic/verify_pin/", "{\"uuid\": \"" + sent + "0963\"}");
        solitude.post("/generic/buyer/", "{\"uuid\": \"0147\"}");

        String dump = solitude.get("/probe/dump/").text();
        assertThat(standalone("0147").matcher(dump).find())
                .as("the search finds four digits")
                .isTrue();
        for (String pin : List.of("0739", "0852", "0963")) {
            assertThat(standalone(pin).matcher(dump).find())
                    .as("the dump contains %s", pin)
                    .isFalse();
        }
        assertThat(filesWith(List.of(sent + "0739", sent + "0852", sent + "0963"))
                        .values())
                .as("files that contain a PIN as it was sent")
                .allSatisfy(matches -> assertThat(matches).isEmpty());
    }

    private String uri(String list) {
        return solitude.get(list)
                .json()
                .getJsonArray("objects")
                .getJsonObject(0)
                .getString("resource_uri");
    }

    private static Pattern standalone(String digits) {
        return Pattern.compile("(?<![0-9A-Za-z.+/=-])" + digits + "(?![0-9A-Za-z.+/=-])");
    }

    /** Returns the files that contain each of these texts; reads every file once. */
    private static Map<String, List<Path>> filesWith(List<String> texts) {
        Map<String, List<Path>> found = new HashMap<>();
        texts.forEach(text -> found.put(text, new ArrayList<>()));
        List<Path> roots = new ArrayList<>(List.of(TestServer.running().directory()));
        TestServer.running().database().files().ifPresent(roots::add);
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile).forEach(file -> {
                    String content = content(file);
                    found.forEach((text, matches) -> {
                        if (content.contains(text)) {
                            matches.add(file);
                        }
                    });
                });
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    /** Returns the bytes of a file as Latin-1; empty if the server has just removed it. */
    private static String content(Path file) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
        } catch (NoSuchFileException e) {
            return "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
