package org.solitude.resources;

import org.solitude.harness.TestServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** The two modes of a write. The response must be the same in both. */
enum CallMode {
    SYNCHRONOUS {
        @Override
        ApiResponse post(SolitudeClient client, String path, String json) {
            return client.post(path, json);
        }

        @Override
        ApiResponse put(SolitudeClient client, String path, String json) {
            return client.put(path, json);
        }

        @Override
        ApiResponse patch(SolitudeClient client, String path, String json) {
            return client.patch(path, json);
        }
    },
    ASYNCHRONOUS {
        @Override
        ApiResponse post(SolitudeClient client, String path, String json) {
            return client.asynchronously().post(path, json).awaitReplay();
        }

        @Override
        ApiResponse put(SolitudeClient client, String path, String json) {
            return client.asynchronously().put(path, json).awaitReplay();
        }

        @Override
        ApiResponse patch(SolitudeClient client, String path, String json) {
            return client.asynchronously().patch(path, json).awaitReplay();
        }
    };

    abstract ApiResponse post(SolitudeClient client, String path, String json);

    abstract ApiResponse put(SolitudeClient client, String path, String json);

    abstract ApiResponse patch(SolitudeClient client, String path, String json);

    ApiResponse post(String path, String json) {
        return post(TestServer.client(), path, json);
    }

    ApiResponse put(String path, String json) {
        return put(TestServer.client(), path, json);
    }

    ApiResponse patch(String path, String json) {
        return patch(TestServer.client(), path, json);
    }
}
