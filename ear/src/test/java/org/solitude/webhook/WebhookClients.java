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

/** Four clients that submit tasks until their server is killed: most with a webhook, some cancelled at once. */
final class WebhookClients implements AutoCloseable {

    /** The end of the path of writes without a webhook. */
    static final String WITHOUT_WEBHOOK = "/404/";

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
            Random random = new Random(seed + i);
            threads.execute(() -> submitUntilClosed(random));
        }
    }

    void awaitAccepted(int number) {
        Awaitility.await(number + " tasks").atMost(2, TimeUnit.MINUTES).until(() -> accepted.get() >= number);
    }

    private void submitUntilClosed(Random random) {
        try {
            while (!closed) {
                submitOne(random.nextInt(6));
            }
        } catch (UncheckedIOException e) {
            System.getLogger(WebhookClients.class.getName()).log(System.Logger.Level.DEBUG, "the server was killed", e);
        }
    }

    private void submitOne(int kind) {
        SolitudeClient withCallback = solitude.with("Solitude-Async", "yes").with("Solitude-Callback", url);
        ApiResponse response =
                switch (kind) {
                    case 0 ->
                        withCallback.without("Solitude-Callback").post("/probe/failure/status" + WITHOUT_WEBHOOK, "{}");
                    case 1 -> withCallback.post("/probe/failure/status/422/", "{}");
                    case 2 -> withCallback.with("Solitude-Not-Before", "3600").post("/probe/echo/", "{}");
                    default -> withCallback.post("/probe/echo/", "{}");
                };
        if (response.status() == 202) {
            accepted.incrementAndGet();
            if (kind == 2) {
                solitude.delete(AcceptedTask.of(solitude, response).result());
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
