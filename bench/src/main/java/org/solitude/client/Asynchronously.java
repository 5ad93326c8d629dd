package org.solitude.client;

/** The same writes with one header more: each is accepted and answered later. */
public final class Asynchronously {
    private final Solitude solitude;

    Asynchronously(Solitude solitude) {
        this.solitude = solitude.with("Solitude-Async", "yes");
    }

    public Accepted post(String path, String json) {
        return send("POST", path, Body.json(json));
    }

    public Accepted put(String path, String json) {
        return send("PUT", path, Body.json(json));
    }

    public Accepted patch(String path, String json) {
        return send("PATCH", path, Body.json(json));
    }

    /** Any write; whatever is not a 202 is a surprise to the caller. */
    public Accepted send(String method, String path, Body body) {
        return Accepted.of(solitude, solitude.send(method, path, body));
    }
}
