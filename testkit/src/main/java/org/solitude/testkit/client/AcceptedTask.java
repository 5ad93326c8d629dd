package org.solitude.testkit.client;

import java.time.Duration;
import org.awaitility.Awaitility;

/** The server's promise: this will run, and here is where to ask. */
public record AcceptedTask(SolitudeClient solitude, String replay, String result) {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BEAT = Duration.ofMillis(20);

    /** Reads the promise out of a 202; any other answer is not one. */
    public static AcceptedTask of(SolitudeClient solitude, ApiResponse answer) {
        if (answer.status() != 202) {
            throw new IllegalStateException("expected a 202, got " + answer);
        }
        var urls = answer.json();
        return new AcceptedTask(solitude, urls.getString("replay"), urls.getString("result"));
    }

    /** The promise of a task that is known by its uuid. */
    public static AcceptedTask at(SolitudeClient solitude, String uuid) {
        return new AcceptedTask(solitude, "/delay/replay/" + uuid + "/", "/delay/result/" + uuid + "/");
    }

    /** The task's name, as it stands in its URLs. */
    public String uuid() {
        return result.replaceAll("/+$", "").replaceAll(".*/", "");
    }

    /** The result URL as it answers now. */
    public ApiResponse askForResult() {
        return plain().get(result);
    }

    /** The replay URL as it answers now. */
    public ApiResponse askForReplay() {
        return plain().get(replay);
    }

    /** The task's result document, once it has run. */
    public ApiResponse awaitResult() {
        return await(result);
    }

    /** The very response that the synchronous call would have given, once there is one. */
    public ApiResponse awaitReplay() {
        return await(replay);
    }

    private ApiResponse await(String url) {
        return Awaitility.await(url)
                .atMost(PATIENCE)
                .pollDelay(Duration.ZERO)
                .pollInterval(BEAT)
                .until(() -> plain().get(url), answer -> !answer.isNotRunYet());
    }

    /** Who asks is who accepted, but asking is not delayed. */
    private SolitudeClient plain() {
        return solitude.without("Solitude-Async");
    }
}
