package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
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
            return translateResponse(
                    provider,
                    providers.client(provider).send(translated, null, CallType.CLIENT_READ, callContext.client()));
        }
        if (proxy.isProxy()) {
            return translateWriteResponse(
                    provider,
                    providers
                            .client(provider)
                            .send(
                                    translated,
                                    callContext.nextCall().key(),
                                    callContext.writeType(),
                                    callContext.client()));
        }
        JournaledCall<String> call = begin(provider, translated, List.of(translated.canonicalText()), entry -> "");
        return sendOnce(call, translated);
    }

    /**
     * Asks a provider about a payment, for the server itself: with limits and a circuit breaker of its own, which no
     * client's reads can exhaust or open. Needs no request.
     *
     * @param inquiry a GET
     * @throws ProviderException if there is no response, or none that can be processed
     */
    public ProviderResponse inquire(Provider provider, ProviderRequest inquiry) {
        CallType type = ProviderCallContext.inquiryType(callContext);
        String client = type.holdsHttpThread() ? callContext.client() : "";
        return translateResponse(provider, providers.client(provider).send(inquiry, null, type, client));
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
                key,
                provider,
                opened.id(),
                opened.state(),
                opened.response().map(response -> translateWriteResponse(provider, response)),
                opened.subject());
    }

    /**
     * Makes a journaled call, unless it has a final response. A conflict (409) is final for a first call only; for a
     * repeated one it may be a conflict with the first, which the provider is still processing (Idempotency-Key, draft
     * 07).
     *
     * @throws ProviderException if there is no response, or none that can be processed
     */
    private ProviderResponse sendOnce(JournaledCall<?> call, ProviderRequest request) {
        if (call.response().isPresent()) {
            return call.response().get();
        }
        ProviderAnswer answer = ask(call, request);
        ProviderResponse response = answer.translated();
        if (call.state() == CallState.UNDECIDED && response.isConflict()) {
            saveStatus(call, answer);
            throw ProviderException.outcomeUnknown(
                    call.provider(), response.errorMessage().orElse("it answers 409."));
        }
        if (isFinal(call, answer)) {
            saveFinal(call, answer, () -> response);
        } else {
            saveStatus(call, answer);
        }
        return response;
    }

    /**
     * Sends a journaled call and blocks until the response, which the caller must then save.
     *
     * @throws ProviderException if there is no response, or none that can be processed
     */
    public ProviderAnswer ask(JournaledCall<?> call, ProviderRequest request) {
        Provider provider = call.provider();
        try {
            ProviderResponse received = providers
                    .client(provider)
                    .send(
                            translateRequest(provider, request),
                            call.key().key(),
                            callContext.writeType(),
                            callContext.client());
            return new ProviderAnswer(received, translateWriteResponse(provider, received));
        } catch (ProviderException failure) {
            recordUnsent(call, failure);
            throw failure;
        }
    }

    /** Records that a call was not sent, if that is why it failed, so that this attempt of the task does not count. */
    public void recordUnsent(JournaledCall<?> call, ProviderException failure) {
        if (!failure.wasSent()) {
            journal.withdrawAttempt(call.entryId());
            callContext.deferBy(failure.retryAfter());
        }
    }

    /** Returns whether an answer to a first call is final: the call need not and must not be repeated. */
    public boolean isFinal(JournaledCall<?> call, ProviderAnswer answer) {
        return answer.received().isDefinite()
                && call.provider().mapStatus(answer.received().status()) < 500;
    }

    /** Saves a final answer together with what follows from it, and returns the result of that. */
    public <T> T saveFinal(JournaledCall<?> call, ProviderAnswer answer, Supplier<T> alongside) {
        return journal.saveResponse(call.entryId(), answer.received(), alongside);
    }

    /** Saves the status of an answer that is not final. */
    public void saveStatus(JournaledCall<?> call, ProviderAnswer answer) {
        journal.saveStatus(call.entryId(), answer.received());
    }

    /**
     * Closes a call on which its provider has reported otherwise than in a response, together with what follows from
     * that, and returns the result.
     */
    public <T> T closeAsReported(JournaledCall<?> call, Supplier<T> alongside) {
        return journal.closeAsReported(call.entryId(), alongside);
    }

    private static ProviderRequest translateRequest(Provider provider, ProviderRequest request) {
        String body = request.body();
        return body == null
                ? request
                : request.withBody(JsonStringRewriter.rewrite(body, new ProviderUris(provider)::toProvider));
    }

    private static ProviderResponse translateWriteResponse(Provider provider, ProviderResponse response) {
        try {
            return translateResponse(provider, response);
        } catch (ProviderException e) {
            throw e.ofWrite();
        }
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
