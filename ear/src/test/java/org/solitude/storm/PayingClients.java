package org.solitude.storm;

import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.solitude.provider.TestShop;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Submits payments without waiting for their results, and records which were accepted, outside of the killed process.
 */
final class PayingClients implements Runnable {

    private static final String PATH = "/provider/reference/transactions/";

    private final SolitudeClient asynchronous;
    private final TestShop shop;
    private final int payments;
    private final Random random;
    private final Map<String, Boolean> acceptedByUuid = new ConcurrentHashMap<>();

    PayingClients(SolitudeClient solitude, TestShop shop, StormParameters parameters) {
        this.asynchronous = solitude.with("Solitude-Async", "yes");
        this.shop = shop;
        this.payments = parameters.payments();
        this.random = new Random(parameters.seed());
    }

    /** Returns whether each submitted payment was accepted; one without a response counts as not accepted. */
    Map<String, Boolean> acceptedByUuid() {
        return Map.copyOf(acceptedByUuid);
    }

    long acceptedCount() {
        return acceptedByUuid.values().stream().filter(Boolean::booleanValue).count();
    }

    @Override
    public void run() {
        while (acceptedCount() < payments && !Thread.currentThread().isInterrupted()) {
            String uuid = new UUID(random.nextLong(), random.nextLong()).toString();
            String amount = (1 + random.nextInt(99)) + "." + (10 + random.nextInt(89));
            acceptedByUuid.put(uuid, isAccepted(shop.payment(uuid, amount)));
        }
    }

    private boolean isAccepted(String payment) {
        try {
            ApiResponse response = asynchronous.send("POST", PATH, RequestBody.json(payment));
            return response.status() == 202;
        } catch (UncheckedIOException e) {
            java.util.concurrent.locks.LockSupport.parkNanos(200_000_000L);
            return false;
        }
    }
}
