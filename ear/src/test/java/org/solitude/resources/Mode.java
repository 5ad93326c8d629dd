package org.solitude.resources;

import org.solitude.client.Answer;
import org.solitude.client.Solitude;
import org.solitude.harness.TestServer;

/** The two ways to ask for a write. A resource knows of neither, so its answer must be the same. */
enum Mode {
    SYNCHRONOUS {
        @Override
        Answer post(Solitude client, String path, String json) {
            return client.post(path, json);
        }

        @Override
        Answer put(Solitude client, String path, String json) {
            return client.put(path, json);
        }

        @Override
        Answer patch(Solitude client, String path, String json) {
            return client.patch(path, json);
        }
    },
    ASYNCHRONOUS {
        @Override
        Answer post(Solitude client, String path, String json) {
            return client.asynchronously().post(path, json).awaitReplay();
        }

        @Override
        Answer put(Solitude client, String path, String json) {
            return client.asynchronously().put(path, json).awaitReplay();
        }

        @Override
        Answer patch(Solitude client, String path, String json) {
            return client.asynchronously().patch(path, json).awaitReplay();
        }
    };

    abstract Answer post(Solitude client, String path, String json);

    abstract Answer put(Solitude client, String path, String json);

    abstract Answer patch(Solitude client, String path, String json);

    Answer post(String path, String json) {
        return post(TestServer.client(), path, json);
    }

    Answer put(String path, String json) {
        return put(TestServer.client(), path, json);
    }

    Answer patch(String path, String json) {
        return patch(TestServer.client(), path, json);
    }
}
