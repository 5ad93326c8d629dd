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
 * Generated bad requests, 1,000 here. {@code -Dhostile.requests=10000 -Dhostile.seed=N} is the full form; a failure names
 * its seed.
 */
@UsesSharedServer
class FuzzIT {

    /** What no answer may show: names of classes and packages, stack traces, the server's name and version. */
    private static final Pattern LEAK = Pattern.compile(
            "(?i)\\bat (org|java|jakarta|io)\\.|exception|java\\.|jakarta\\.|org\\.(jboss|hibernate|solitude|eclipse)"
                    + "|wildfly|undertow|resteasy|yasson|select .* from ");

    @Test
    void noneCostsMoreThanARefusal() throws IOException {
        int requests = Integer.getInteger("hostile.requests", 1_000);
        long seed = Long.getLong("hostile.seed", System.nanoTime());
        var hostile = new FuzzRequests(
                new Random(seed),
                TestServer.running().logins().of("hostile", "client").basic());
        long others = tasksOfOthers();
        Map<String, Integer> answers = new TreeMap<>();
        List<String> harm = new ArrayList<>();
        for (int i = 0; i < requests; i++) {
            byte[] request = hostile.next();
            FuzzResponse answer =
                    FuzzResponse.send(request, TestServer.running().ports().http());
            answers.merge(String.valueOf(answer.status()), 1, Integer::sum);
            if (isHarm(answer)) {
                harm.add(shown(new String(request, StandardCharsets.ISO_8859_1)) + "\n-->\n" + shown(answer.text()));
            }
        }
        Files.writeString(
                TestServer.running().directory().resolve("hostile.txt"),
                "seed %d, %d requests, answers %s%n".formatted(seed, requests, answers));
        assertThat(tasksOfOthers()).as("tasks of others, seed %d", seed).isEqualTo(others);
        assertThat(harm).as("seed %d, answers %s", seed, answers).isEmpty();
        assertThat(answers).as("most were understood well enough to be refused").containsKeys("400", "404", "405");
    }

    /** Whoever sends them, none makes a task for somebody else. */
    private static int tasksOfOthers() {
        return tasks(TestServer.running().logins().of("hostile-operator", "operator"))
                - tasks(TestServer.running().logins().of("hostile", "client"));
    }

    private static int tasks(Login login) {
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
    void bytesThatAHeaderMayNotHoldAreNobodysCredentials(String header) throws IOException {
        String request =
                "GET /generic/buyer/ HTTP/1.1\r\nHost: localhost\r\n" + header + "\r\nConnection: close\r\n\r\n";
        FuzzResponse answer = FuzzResponse.send(
                request.getBytes(StandardCharsets.ISO_8859_1),
                TestServer.running().ports().http());
        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.text()).contains("application/problem+json");
    }

    private static boolean isHarm(FuzzResponse answer) {
        Integer status = answer.status();
        return answer.hung()
                || (status != null && status >= 500 && status != 501 && status != 505)
                || answer.text().contains("Location: http://elsewhere")
                || LEAK.matcher(answer.text()).find();
    }

    private static String shown(String text) {
        return text.length() > 600 ? text.substring(0, 600) + "…" : text;
    }
}
