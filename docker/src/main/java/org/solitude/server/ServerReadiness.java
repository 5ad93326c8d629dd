package org.solitude.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** What the server says of itself on the management interface: running, no boot errors, deployments well. */
final class ServerReadiness {

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final HttpRequest request;
    private String lastWord = "no answer";

    ServerReadiness(URI management) {
        this.request = HttpRequest.newBuilder(management.resolve("health/ready"))
                .timeout(Duration.ofSeconds(5))
                .build();
    }

    boolean isUp() {
        try {
            var response = client.send(request, BodyHandlers.ofString());
            lastWord = response.statusCode() + " " + response.body();
            return response.statusCode() == 200;
        } catch (IOException e) {
            // Not listening yet is how every start begins.
            lastWord = e.toString();
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server", e);
        }
    }

    String lastWord() {
        return lastWord;
    }
}
