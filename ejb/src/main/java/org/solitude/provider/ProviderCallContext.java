package org.solitude.provider;

import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * On whose behalf providers are asked during this request: a task, the same at each of its attempts, or a client's call.
 * Each call to a provider within it has a number, so that origin and number name the call, whenever it is made again.
 */
@RequestScoped
public class ProviderCallContext {

    private String key = UUID.randomUUID().toString();
    private boolean task;
    private int calls;
    private @Nullable Duration deferral;

    /** This request is an attempt at a task. */
    public void useTask(UUID uuid) {
        key = uuid.toString();
        task = true;
    }

    /** This request has a key of the client's own, and no two clients have the same. */
    public void useClientKey(String clientKey) {
        key = clientKey;
    }

    /** The name of the next call. */
    ProviderCallKey nextCall() {
        calls++;
        return new ProviderCallKey(key, task, calls);
    }

    /** A provider was not asked: this was no attempt worth counting. */
    void deferBy(@Nullable Duration delay) {
        deferral = delay;
    }

    /** How long to wait where a provider was not asked, to spare it or others. */
    public Optional<Duration> deferral() {
        return Optional.ofNullable(deferral);
    }
}
