package org.solitude.client;

/** The same writes with one header more: each is accepted and answered later. */
public final class AsyncClient {
    private final Solitude solitude;

    AsyncClient(Solitude solitude) {
        this.solitude = solitude.with("Solitude-Async", "yes");
    }

    public Accepted post(String path, String json) {
        return send("POST", path, RequestBody.json(json));
    }

    public Accepted put(String path, String json) {
        return send("PUT", path, RequestBody.json(json));
    }

    public Accepted patch(String path, String json) {
        return send("PATCH", path, RequestBody.json(json));
    }

    /** Any write; whatever is not a 202 is a surprise to the caller. */
    public Accepted send(String method, String path, RequestBody body) {
        return Accepted.of(solitude, solitude.send(method, path, body));
    }
}
