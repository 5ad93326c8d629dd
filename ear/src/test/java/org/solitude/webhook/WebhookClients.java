package org.solitude.webhook;

import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Four clients that write until their server dies: most ask to be called, some call off what they asked for. */
final class WebhookClients implements AutoCloseable {

    /** How the path of a write ends that asks for no call. */
    static final String WITHOUT_CALLBACK = "/404/";

    private static final int CONNECTIONS = 4;
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    private final AtomicInteger accepted = new AtomicInteger();
    private final SolitudeClient solitude;
    private final String url;
    private volatile boolean closed;

    WebhookClients(SolitudeClient solitude, WebhookReceiver receiver, long seed) {
        this.solitude = solitude;
        this.url = receiver.url();
        for (int i = 0; i < CONNECTIONS; i++) {
            Random chance = new Random(seed + i);
            threads.execute(() -> submitUntilClosed(chance));
        }
    }

    void awaitAccepted(int number) {
        Awaitility.await(number + " tasks").atMost(2, TimeUnit.MINUTES).until(() -> accepted.get() >= number);
    }

    private void submitUntilClosed(Random chance) {
        try {
            while (!closed) {
                submitOne(chance.nextInt(6));
            }
        } catch (UncheckedIOException killed) {
            System.getLogger(WebhookClients.class.getName())
                    .log(System.Logger.Level.DEBUG, "the server was killed", killed);
        }
    }

    private void submitOne(int kind) {
        SolitudeClient asking = solitude.with("Solitude-Async", "yes").with("Solitude-Callback", url);
        ApiResponse answer =
                switch (kind) {
                    case 0 -> asking.without("Solitude-Callback").post("/probe/failure/status" + WITHOUT_CALLBACK, "{}");
                    case 1 -> asking.post("/probe/failure/status/422/", "{}");
                    case 2 -> asking.with("Solitude-Not-Before", "3600").post("/probe/echo/", "{}");
                    default -> asking.post("/probe/echo/", "{}");
                };
        if (answer.status() == 202) {
            accepted.incrementAndGet();
            if (kind == 2) {
                solitude.delete(AcceptedTask.of(solitude, answer).result());
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        threads.shutdown();
        try {
            if (!threads.awaitTermination(2, TimeUnit.MINUTES)) {
                threads.shutdownNow();
            }
        } catch (InterruptedException e) {
            threads.shutdownNow();
            Thread.currentThread().interrupt();
        }
    }
}
