package org.solitude.provider;

import org.solitude.client.Answer;
import org.solitude.client.RequestBody;
import org.solitude.harness.TestServer;

/** The two ways to ask a provider for a write. */
enum Mode {
    SYNCHRONOUS,
    ASYNCHRONOUS;

    Answer send(String method, String path, String json) {
        return this == SYNCHRONOUS
                ? TestServer.client().send(method, path, RequestBody.json(json))
                : TestServer.client()
                        .asynchronously()
                        .send(method, path, RequestBody.json(json))
                        .awaitReplay();
    }

    Answer post(String path, String json) {
        return send("POST", path, json);
    }
}
