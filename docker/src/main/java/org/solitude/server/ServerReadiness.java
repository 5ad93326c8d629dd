package org.solitude.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** Asks the readiness check on the management interface: server running, no boot errors, deployments successful. */
final class ServerReadiness {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest request;
    private String lastAnswer = "no answer";

    ServerReadiness(URI management) {
        this.request = HttpRequest.newBuilder(management.resolve("health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    boolean isUp() {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            lastAnswer = response.statusCode() + " " + response.body();
            return response.statusCode() == 200;
        } catch (IOException e) {
            // Expected at first: the server does not listen yet.
            lastAnswer = e.toString();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server", e);
        }
    }

    String lastAnswer() {
        return lastAnswer;
    }
}
