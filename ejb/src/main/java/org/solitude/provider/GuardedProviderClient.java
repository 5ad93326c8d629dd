package org.solitude.provider;

import io.smallrye.faulttolerance.api.Guard;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException;
import org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException;
import org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Guards the calls to one provider with a bulkhead, a timeout and a circuit breaker. Each provider has its own guard,
 * so that one that is down does not affect the others.
 */
final class GuardedProviderClient {

    private static final Logger LOG = System.getLogger(GuardedProviderClient.class.getName());
    private static final double FAILURE_RATIO = 0.5;
    private static final Duration RETRY_WHEN_BUSY = Duration.ofSeconds(1);

    private final Provider provider;
    private final ProviderHttpClient client;
    private final Guard guard;

    GuardedProviderClient(Provider provider) {
        this.provider = provider;
        this.client = new ProviderHttpClient(provider);
        this.guard = Guard.create()
                .withDescription("provider " + provider.name())
                .withBulkhead()
                .limit(provider.callsAtOnce())
                .done()
                .withTimeout()
                .duration(provider.callTimeout().toMillis(), ChronoUnit.MILLIS)
                .done()
                .withCircuitBreaker()
                .requestVolumeThreshold(provider.circuitWindow())
                .failureRatio(FAILURE_RATIO)
                .delay(provider.circuitDelay().toMillis(), ChronoUnit.MILLIS)
                .skipOn(BulkheadException.class)
                .onStateChange(
                        state -> LOG.log(Level.WARNING, "the circuit to provider {0} is {1}", provider.name(), state))
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
     * @throws ProviderException if there is no response
     */
    ProviderResponse send(ProviderRequest request, @Nullable String key) {
        try {
            return guard.call(() -> throwIfServerError(client.send(request, key)), ProviderResponse.class);
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
