package org.solitude.testkit.client;

/** The same writes with one header more: each is accepted and answered later. */
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

    /** Any write; whatever is not a 202 is a surprise to the caller. */
    public AcceptedTask send(String method, String path, RequestBody body) {
        return AcceptedTask.of(solitude, solitude.send(method, path, body));
    }
}
