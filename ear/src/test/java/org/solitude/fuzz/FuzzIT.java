package org.solitude.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.Login;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests generated malformed requests: 1,000 with every build, more with
 * {@code -Dhostile.requests=10000 -Dhostile.seed=N}. A failure names its seed.
 */
@UsesSharedServer
class FuzzIT {

    /** Text that no response may contain: class and package names, stack traces, the server's name and version. */
    private static final Pattern LEAK = Pattern.compile(
            "(?i)\\bat (org|java|jakarta|io)\\.|exception|java\\.|jakarta\\.|org\\.(jboss|hibernate|solitude|eclipse)"
                    + "|wildfly|undertow|resteasy|yasson|select .* from ");

    @Test
    void malformedRequestsGetCleanErrors() throws IOException {
        int requests = Integer.getInteger("hostile.requests", 1_000);
        long seed = Long.getLong("hostile.seed", System.nanoTime());
        var fuzz = new FuzzRequests(
                new Random(seed),
                TestServer.running().logins().of("hostile", "client").basic());
        long before = tasksOfOtherClients();
        Map<String, Integer> statuses = new TreeMap<>();
        List<String> failures = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            byte[] request = fuzz.next();
            FuzzResponse response =
                    FuzzResponse.send(request, TestServer.running().ports().http());
            statuses.merge(String.valueOf(response.status()), 1, Integer::sum);
            if (isFailure(response)) {
                failures.add(truncated(new String(request, StandardCharsets.ISO_8859_1)) + "\n-->\n"
                        + truncated(response.text()));
            }
        }
        Files.writeString(
                TestServer.running().directory().resolve("hostile.txt"),
                "seed %d, %d requests, statuses %s%n".formatted(seed, requests, statuses));
        assertThat(tasksOfOtherClients())
                .as("tasks of other clients, seed %d", seed)
                .isEqualTo(before);
        assertThat(failures).as("seed %d, statuses %s", seed, statuses).isEmpty();
        assertThat(statuses)
                .as("many requests are valid enough to reach a resource")
                .containsKeys("400", "404", "405");
    }

    /** Counts the tasks of all clients but the one that sends the requests. */
    private static int tasksOfOtherClients() {
        return countTasks(TestServer.running().logins().of("hostile-operator", "operator"))
                - countTasks(TestServer.running().logins().of("hostile", "client"));
    }

    private static int countTasks(Login login) {
        JsonObject meta = login.on(
                        SolitudeClient.at(TestServer.running().ports().api()))
                .get("/delay/result/?limit=1")
                .json()
                .getJsonObject("meta");
        assertThat(meta.getBoolean("total_count_exact")).isTrue();
        return meta.getInt("total_count");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cookie: JSESSIONID=a\u00ef", "Cookie: \u0085=b", "Authorization: Basic \u0085=="})
    void invalidBytesInCredentialHeadersGet401(String header) throws IOException {
        String request =
                "GET /generic/buyer/ HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n";
        FuzzResponse response = FuzzResponse.send(
                request.getBytes(StandardCharsets.ISO_8859_1),
                TestServer.running().ports().http());
        assertThat(response.status()).isEqualTo(401);
        assertThat(response.text()).contains("application/problem+json");
    }

    private static boolean isFailure(FuzzResponse response) {
        Integer status = response.status();
        return response.hung()
                || (status != null && status >= 500 && status != 501 && status != 505)
                || response.text().contains("Location: http://elsewhere")
                || LEAK.matcher(response.text()).find();
    }

    private static String truncated(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
}
