package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** Calls every route of the running server as every kind of caller and compares the access with a table. */
@UsesSharedServer
class RoutesIT {
    private static final String PARAMETER = "\\{\\s*(\\w+)\\s*(?::[^{}]*(?:\\{[^{}]*\\}[^{}]*)*)?\\}";

    private enum Access {
        ANYONE,
        CLIENTS,
        OPERATORS,
        OWNERS,
        /** Providers sign their calls. The test calls an unknown provider, so every caller gets a 404. */
        PROVIDERS
    }

    /** Access by the longest matching prefix of a path. A route without an entry fails the test. */
    private static final Map<String, Access> TABLE = Map.ofEntries(
            Map.entry("/notices/", Access.PROVIDERS),
            Map.entry("/services/live", Access.ANYONE),
            Map.entry("/generic/", Access.CLIENTS),
            Map.entry("/provider/", Access.CLIENTS),
            Map.entry("/services/", Access.CLIENTS),
            Map.entry("/delay/result/{", Access.OWNERS),
            Map.entry("/delay/replay/{", Access.OWNERS),
            Map.entry("/delay/result", Access.CLIENTS),
            Map.entry("/delay/callback", Access.CLIENTS),
            Map.entry("/operations/", Access.OPERATORS));

    private final SolitudeClient owner = TestServer.client();
    private final SolitudeClient other = TestServer.client("other");
    private final SolitudeClient reader = TestServer.client("reader", "reader");
    private final SolitudeClient operator = TestServer.operator();

    @Test
    void everyRouteAllowsWhatTheTableSays() {
        List<String> routes = owner.get("/probe/routes/")
                .text()
                .lines()
                .filter(route -> !route.contains(" /probe/"))
                .toList();
        assertThat(routes).contains("GET /delay/result/{uuid}", "POST /generic/buyer");
        SoftAssertions softly = new SoftAssertions();
        routes.forEach(route -> check(route.split(" ", 2)[0], route.split(" ", 2)[1], softly));
        softly.assertAll();
    }

    private void check(String method, String route, SoftAssertions softly) {
        Access access = accessOf(route);
        String path = route.replaceAll(PARAMETER, "999999999");
        String description = method + " " + route;
        if (access == Access.OWNERS) {
            path = "/delay/" + (route.contains("result") ? "result/" : "replay/")
                    + createWaitingTask().uuid() + "/";
        }
        softly.assertThat(status(TestServer.anonymous(), method, path))
                .as("%s without login", description)
                .isEqualTo(access == Access.ANYONE ? 200 : access == Access.PROVIDERS ? 404 : 401);
        int readerStatus = status(reader, method, path);
        if (access == Access.CLIENTS && method.equals("GET")) {
            softly.assertThat(readerStatus).as("%s by a reader", description).isNotIn(401, 403, 500);
        } else if (access != Access.ANYONE && access != Access.PROVIDERS && !method.equals("GET")) {
            softly.assertThat(readerStatus).as("%s by a reader", description).isEqualTo(403);
        }
        int clientStatus = status(other, method, path);
        switch (access) {
            case ANYONE, CLIENTS, PROVIDERS ->
                softly.assertThat(clientStatus)
                        .as("%s by a client", description)
                        .isNotIn(401, 403, 500);
            case OPERATORS ->
                softly.assertThat(clientStatus)
                        .as("%s by a client", description)
                        .isEqualTo(403);
            case OWNERS -> {
                ApiResponse foreign = other.send(method, path, RequestBody.NONE);
                softly.assertThat(foreign.status())
                        .as("%s by another client", description)
                        .isEqualTo(404);
                softly.assertThat(foreign.header("Solitude-Async")).isEmpty();
                ApiResponse own = owner.send(method, path, RequestBody.NONE);
                softly.assertThat(own.status() == 204
                                || own.header("Solitude-Async").isPresent())
                        .as("%s by its owner: %s", description, own)
                        .isTrue();
            }
        }
        softly.assertThat(status(operator, method, path))
                .as("%s by an operator", description)
                .isNotIn(401, 403, 500);
    }

    private static Access accessOf(String route) {
        return TABLE.entrySet().stream()
                .filter(entry -> route.startsWith(entry.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue)
                .orElseThrow(() -> new AssertionError("the table has no entry for " + route));
    }

    private AcceptedTask createWaitingTask() {
        return AcceptedTask.of(
                owner,
                owner.with("Solitude-Async", "yes")
                        .with("Solitude-Not-Before", "3600")
                        .post("/probe/echo/", "{}"));
    }

    private static int status(SolitudeClient caller, String method, String path) {
        RequestBody body =
                List.of("GET", "DELETE", "HEAD").contains(method) ? RequestBody.NONE : RequestBody.json("{}");
        return caller.send(method, path, body).status();
    }
}
