package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.solitude.client.Accepted;
import org.solitude.client.Body;
import org.solitude.client.Solitude;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.TestServer;

/** What was sent in confidence, looked for byte by byte in every file of the server and of its database. */
@OnTheServer
class AtRestIT {

    private final Solitude solitude = TestServer.client();
    private final String mark = UUID.randomUUID().toString();

    @Test
    void noFileShowsWhatWasSentInConfidence() {
        String email = "mail-" + mark + "@example.com";
        String secret = "secret-" + mark;
        String body = "body-" + mark;
        String query = "query-" + mark;
        String header = "header-" + mark;
        solitude.post("/generic/buyer/", "{\"uuid\": \"open-" + mark + "\", \"email\": \"" + email + "\"}");
        solitude.asynchronously()
                .post("/generic/seller/", "{\"uuid\": \"" + mark + "\"}")
                .awaitReplay();
        String seller = solitude.get("/generic/seller/?uuid=" + mark)
                .json()
                .getJsonArray("objects")
                .getJsonObject(0)
                .getString("resource_uri");
        solitude.asynchronously()
                .post(
                        "/generic/product/",
                        "{\"seller\": \"" + seller + "\", \"external_id\": \"x\", \"public_id\": \"" + UUID.randomUUID()
                                + "\", \"secret\": \"" + secret + "\"}")
                .awaitReplay();
        solitude.with("X-Confidential", header)
                .asynchronously()
                .send("POST", "/probe/echo/?q=" + query, Body.of("text/plain", body.getBytes(StandardCharsets.UTF_8)))
                .awaitReplay();

        String key = "key-" + mark;
        String answered = "answered-" + mark;
        solitude.with("Idempotency-Key", key)
                .send("POST", "/probe/echo/", Body.of("text/plain", answered.getBytes(StandardCharsets.UTF_8)));
        solitude.with("Idempotency-Key", key + "-too")
                .asynchronously()
                .send("POST", "/probe/echo/", Body.of("text/plain", answered.getBytes(StandardCharsets.UTF_8)))
                .awaitReplay();

        String token = "token-" + mark;
        String signing = solitude.post("/delay/callback/secret/", "").json().getString("secret");
        Accepted.of(
                        solitude,
                        solitude.with("Solitude-Async", "yes")
                                .with("Solitude-Callback", "https://127.0.0.5:1024/" + token + "?x=" + token)
                                .post("/probe/echo/", "{}"))
                .awaitReplay();

        assertThat(filesWith("open-" + mark))
                .as("the search itself finds what is kept in clear")
                .isNotEmpty();
        for (String confidential : List.of(
                email,
                secret,
                body,
                query,
                header,
                key,
                answered,
                token,
                signing,
                TestServer.running().logins().tests().secret())) {
            assertThat(filesWith(confidential))
                    .as("files that show %s", confidential)
                    .isEmpty();
        }
    }

    private static List<Path> filesWith(String text) {
        List<Path> found = new ArrayList<>();
        List<Path> roots = new ArrayList<>(List.of(TestServer.running().directory()));
        TestServer.running().database().files().ifPresent(roots::add);
        for (Path root : roots) {
            try (Stream<Path> files = Files.walk(root)) {
                files.filter(Files::isRegularFile)
                        .filter(file -> holds(file, text))
                        .forEach(found::add);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return found;
    }

    private static boolean holds(Path file, String text) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(text);
        } catch (NoSuchFileException e) {
            return false;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
