package org.solitude.provider;

import org.solitude.harness.TestServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/** The two modes in which a client can send a write to a provider. */
enum CallMode {
    SYNCHRONOUS,
    ASYNCHRONOUS;

    ApiResponse send(String method, String path, String json) {
        return send(TestServer.client(), method, path, json);
    }

    ApiResponse send(SolitudeClient client, String method, String path, String json) {
        return this == SYNCHRONOUS
                ? client.send(method, path, RequestBody.json(json))
                : client.asynchronously()
                        .send(method, path, RequestBody.json(json))
                        .awaitReplay();
    }

    ApiResponse post(String path, String json) {
        return send("POST", path, json);
    }
}
