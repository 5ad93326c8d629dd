package org.solitude.testkit.client;

/** Sends writes with {@code Solitude-Async: yes}, which the server accepts with 202 and runs later. */
public final class AsyncClient {
    private final SolitudeClient solitude;

    AsyncClient(SolitudeClient solitude) {
        this.solitude = solitude.with("Solitude-Async", "yes");
    }

    public AcceptedTask post(String path, String json) {
        return send("POST", path, RequestBody.json(json));
    }

    public AcceptedTask put(String path, String json) {
        return send("PUT", path, RequestBody.json(json));
    }

    public AcceptedTask patch(String path, String json) {
        return send("PATCH", path, RequestBody.json(json));
    }

    /**
     * Sends any write.
     *
     * @throws IllegalStateException if the response is not a 202
     */
    public AcceptedTask send(String method, String path, RequestBody body) {
        // the precondition is about the write, not about the polls
        return AcceptedTask.of(solitude.without("If-Match"), solitude.send(method, path, body));
    }
}
