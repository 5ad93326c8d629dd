package org.solitude.provider;

import org.solitude.harness.TestServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;

/** The two modes in which a client can send a write to a provider. */
enum CallMode {
    SYNCHRONOUS,
    ASYNCHRONOUS;

    ApiResponse send(String method, String path, String json) {
        return this == SYNCHRONOUS
                ? TestServer.client().send(method, path, RequestBody.json(json))
                : TestServer.client()
                        .asynchronously()
                        .send(method, path, RequestBody.json(json))
                        .awaitReplay();
    }

    ApiResponse post(String path, String json) {
        return send("POST", path, json);
    }
}
