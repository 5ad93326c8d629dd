package org.solitude.provider;

import io.smallrye.faulttolerance.api.Guard;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Guards the calls to one provider with limits, a timeout and circuit breakers. Each provider has its own guards, so
 * that one that is down does not affect the others; and reads, writes and inquiries have circuit breakers of their own,
 * so that a read that a client makes fail at will stops no payment.
 */
final class GuardedProviderClient {

    private static final Logger LOG = System.getLogger(GuardedProviderClient.class.getName());
    private static final double FAILURE_RATIO = 0.5;
    private static final Duration RETRY_WHEN_BUSY = Duration.ofSeconds(1);

    private final Provider provider;
    private final ProviderHttpClient client;
    private final CallLimits limits;
    private final Guard reads;
    private final Guard writes;
    private final Guard inquiries;

    GuardedProviderClient(Provider provider, CallLimits limits) {
        this.provider = provider;
        this.client = new ProviderHttpClient(provider);
        this.limits = limits;
        this.reads = circuit("reads", ProviderException.class);
        this.writes = circuit("writes");
        this.inquiries = circuit("inquiries", ProviderException.class);
    }

    /**
     * Makes a circuit breaker with the timeout.
     *
     * @param ignored what does not count as a failure: a client chooses what it reads, and can choose what is too large
     *     or no JSON
     */
    @SafeVarargs
    private Guard circuit(String calls, Class<? extends Throwable>... ignored) {
        return Guard.create()
                .withDescription(calls + " of provider " + provider.name())
                .withTimeout()
                .duration(provider.callTimeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(provider.circuitWindow())
                .failureRatio(FAILURE_RATIO)
                .delay(provider.circuitDelay().toMillis(), ChronoUnit.MILLIS)
                .skipOn(List.of(ignored))
                .onStateChange(state -> LOG.log(
                        Level.WARNING, "the circuit for {0} of provider {1} is {2}", calls, provider.name(), state))
                .done()
                .build();
    }

    Provider provider() {
        return provider;
    }

    /**
     * Sends a request and blocks until the response.
     *
     * @param key the {@code Idempotency-Key}, which makes repeating the request safe; null for a request that needs
     *     none
     * @param caller the client whose request it is; any text for an inquiry
     * @throws ProviderException if there is no response
     */
    ProviderResponse send(ProviderRequest request, @Nullable String key, CallType type, String caller) {
        try {
            return sendGuarded(request, key, type, caller);
        } catch (ProviderException e) {
            throw type.isWrite() ? e.ofWrite() : e;
        }
    }

    private ProviderResponse sendGuarded(ProviderRequest request, @Nullable String key, CallType type, String caller) {
        try {
            return limits.call(
                    type,
                    caller,
                    () -> circuitOf(type)
                            .call(() -> throwIfServerError(client.send(request, key)), ProviderResponse.class),
                    ProviderResponse.class);
        } catch (ServerErrorException e) {
            return e.response;
        } catch (ProviderException e) {
            throw e;
        } catch (CircuitBreakerOpenException e) {
            throw ProviderException.notSent(provider, "its last calls failed", provider.circuitDelay(), e);
        } catch (BulkheadException e) {
            throw ProviderException.notSent(provider, "too many calls wait for it", RETRY_WHEN_BUSY, e);
        } catch (TimeoutException | HttpTimeoutException e) {
            throw ProviderException.timedOut(provider, e);
        } catch (IOException e) {
            throw ProviderException.unreachable(provider, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ProviderException.unreadable(provider, "was interrupted: the server is stopping", e);
        } catch (Exception e) {
            throw new IllegalStateException("asking provider " + provider.name() + " failed", e);
        }
    }

    private Guard circuitOf(CallType type) {
        return switch (type) {
            case CLIENT_READ -> reads;
            case CLIENT_WRITE, TASK_WRITE -> writes;
            case CLIENT_INQUIRY, INQUIRY -> inquiries;
        };
    }

    private static ProviderResponse throwIfServerError(ProviderResponse response) throws ServerErrorException {
        if (response.isServerError()) {
            throw new ServerErrorException(response);
        }
        return response;
    }

    /** Carries a response past the circuit breaker, which counts exceptions. */
    private static final class ServerErrorException extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient ProviderResponse response;

        ServerErrorException(ProviderResponse response) {
            super("status " + response.status(), null, false, false);
            this.response = response;
        }
    }
}
