package org.solitude.testkit.client;

import java.time.Duration;
import org.awaitility.Awaitility;

/**
 * A task that the server has accepted.
 *
 * @param solitude the client that submitted it
 * @param replay the URL of the response, once the task has run
 * @param result the URL of the task's result document
 */
public record AcceptedTask(SolitudeClient solitude, String replay, String result) {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofMillis(20);

    /**
     * Reads the URLs from a 202.
     *
     * @throws IllegalStateException if the response has another status
     */
    public static AcceptedTask of(SolitudeClient solitude, ApiResponse response) {
        if (response.status() != 202) {
            throw new IllegalStateException("expected a 202, got " + response);
        }
        var urls = response.json();
        return new AcceptedTask(solitude, urls.getString("replay"), urls.getString("result"));
    }

    /** Returns the task with this uuid. */
    public static AcceptedTask at(SolitudeClient solitude, String uuid) {
        return new AcceptedTask(solitude, "/delay/replay/" + uuid + "/", "/delay/result/" + uuid + "/");
    }

    /** Returns the task's uuid, read from its URLs. */
    public String uuid() {
        return result.replaceAll("/+$", "").replaceAll(".*/", "");
    }

    /** Requests the result URL once. */
    public ApiResponse askForResult() {
        return synchronousClient().get(result);
    }

    /** Requests the replay URL once. */
    public ApiResponse askForReplay() {
        return synchronousClient().get(replay);
    }

    /** Polls the result URL until the task has run; fails after a minute. */
    public ApiResponse awaitResult() {
        return await(result);
    }

    /** Polls the replay URL until it returns the response of the task; fails after a minute. */
    public ApiResponse awaitReplay() {
        return await(replay);
    }

    private ApiResponse await(String url) {
        return Awaitility.await(url)
                .atMost(LIMIT)
                .pollDelay(Duration.ZERO)
                .pollInterval(POLL_INTERVAL)
                .until(() -> synchronousClient().get(url), response -> !response.isNotRunYet());
    }

    /** Returns the same client, which sends synchronous requests. */
    private SolitudeClient synchronousClient() {
        return solitude.without("Solitude-Async");
    }
}
