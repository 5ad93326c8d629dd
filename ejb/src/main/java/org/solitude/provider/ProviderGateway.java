package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.solitude.proxy.ProxySettings;
import org.solitude.validation.InvalidFieldsException;

/**
 * Calls providers, and translates the URIs of resources between their API and ours.
 *
 * <p>Before a call the thread's transaction must not have read or written anything, so that no database connection
 * waits with it.
 */
@ApplicationScoped
public class ProviderGateway {

    @Inject
    private ProviderRegistry providers;

    @Inject
    private ProviderJournal journal;

    @Inject
    private ProviderCallContext callContext;

    @Inject
    private ProxySettings proxy;

    /**
     * A call that is stored in the journal.
     *
     * @param entryId the id of the journal entry
     * @param sentBefore whether the provider may have received the call already
     * @param closed whether the call must not be made any more
     * @param response the final response to an earlier attempt
     * @param subject what the call is for
     */
    public record JournaledCall<S>(
            ProviderCallKey key,
            Provider provider,
            long entryId,
            boolean sentBefore,
            boolean closed,
            Optional<ProviderResponse> response,
            S subject) {}

    /**
     * Sends a request and blocks until the response. A repeated call (by a task's retry or a client's key) that has a
     * final response is answered from the journal; the provider, if it still remembers, would answer the same. A proxy
     * has no journal; the server that calls the proxy has one.
     *
     * @throws ProviderException if there is no response, or none that can be processed
     * @throws InvalidFieldsException if the body is not passed on
     */
    public ProviderResponse send(Provider provider, ProviderRequest request) {
        ProviderRequest translated = translateRequest(provider, request);
        if (translated.isSafe()) {
            return translateResponse(provider, providers.client(provider).send(translated, null));
        }
        if (proxy.isProxy()) {
            return translateResponse(
                    provider,
                    providers
                            .client(provider)
                            .send(translated, callContext.nextCall().key()));
        }
        JournaledCall<String> call = begin(provider, translated, List.of(translated.canonicalText()), entry -> "");
        return sendOnce(call, translated, refusal -> {});
    }

    /**
     * Stores the next call of this request in the journal and commits it.
     *
     * @param canonicalTexts the request as one text, compared when a client's key is used again: the present form first,
     *     then forms that earlier versions stored
     * @param subject finds or creates what the call is for; commits together with the journal entry
     */
    public <S> JournaledCall<S> begin(
            Provider provider,
            ProviderRequest request,
            List<String> canonicalTexts,
            Function<JournalEntry, S> subject) {
        ProviderCallKey key = callContext.nextCall();
        ProviderJournal.OpenedEntry<S> opened = journal.open(
                key,
                provider,
                request,
                canonicalTexts.stream()
                        .map(text -> provider.name() + "\n" + text)
                        .toList(),
                subject);
        return new JournaledCall<>(
                key, provider, opened.id(), opened.sentBefore(), opened.closed(), opened.response(), opened.subject());
    }

    /**
     * Makes a journaled call, unless it has a final response. A conflict (409) is final for a first call only; for a
     * repeated one it may be a conflict with the first, which the provider is still processing (Idempotency-Key, draft
     * 07).
     *
     * @param onRefusal what follows from a final error; it commits together with the response
     * @throws ProviderException if there is no response, or none that can be processed
     */
    public ProviderResponse sendOnce(
            JournaledCall<?> call, ProviderRequest request, Consumer<ProviderResponse> onRefusal) {
        Provider provider = call.provider();
        if (call.response().isPresent()) {
            return translateResponse(provider, call.response().get());
        }
        ProviderResponse response = send(call, translateRequest(provider, request));
        if (call.sentBefore() && response.isConflict()) {
            journal.saveStatus(call.entryId(), response);
            throw ProviderException.outcomeUnknown(
                    provider, response.errorMessage().orElse("it answers 409."));
        }
        ProviderResponse translated = translateResponse(provider, response);
        if (response.isDefinite() && provider.mapStatus(response.status()) < 500) {
            journal.saveResponse(call.entryId(), response, () -> {
                if (!translated.isSuccess()) {
                    onRefusal.accept(translated);
                }
            });
        } else {
            journal.saveStatus(call.entryId(), response);
        }
        return translated;
    }

    private ProviderResponse send(JournaledCall<?> call, ProviderRequest translated) {
        try {
            return providers.client(call.provider()).send(translated, call.key().key());
        } catch (ProviderException failure) {
            if (!failure.wasSent()) {
                journal.withdrawAttempt(call.entryId());
                callContext.deferBy(failure.retryAfter());
            }
            throw failure;
        }
    }

    private static ProviderRequest translateRequest(Provider provider, ProviderRequest request) {
        String body = request.body();
        return body == null
                ? request
                : new ProviderRequest(
                        request.method(),
                        request.path(),
                        request.query(),
                        JsonStringRewriter.rewrite(body, new ProviderUris(provider)::toProvider));
    }

    private static ProviderResponse translateResponse(Provider provider, ProviderResponse response) {
        ProviderUris uris = new ProviderUris(provider);
        Map<String, String> headers = new HashMap<>(response.headers());
        headers.computeIfPresent("location", (name, location) -> uris.toOurs(location));
        try {
            String body = response.body().isEmpty() ? "" : JsonStringRewriter.rewrite(response.body(), uris::toOurs);
            return new ProviderResponse(response.status(), headers, body);
        } catch (JsonException | InvalidFieldsException e) {
            if (response.isSuccess()) {
                throw ProviderException.unreadable(provider, "answered with invalid JSON", e);
            }
            return new ProviderResponse(response.status(), headers, "");
        }
    }
}
