package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.solitude.proxy.ProxySettings;
import org.solitude.validation.InvalidFieldsException;

/**
 * Calls to providers, in our words: what of ours and of theirs names the same resource is translated on the way.
 *
 * <p>Nothing may have been read or written in the thread's transaction before a call, so that no connection waits with it.
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
     * A call that stands in the journal.
     *
     * @param askedBefore whether the provider may have heard of it already
     * @param closed whether it must not be made any more
     * @param answer what the provider has said for good, at an earlier attempt
     * @param subject what the call is about
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
     * Asks a provider and waits. What is asked for a second time (a task tried again, a client's key) and was answered for
     * good is answered from the journal: the provider would say the same, if it still remembers. A proxy has no
     * journal; the server behind it has.
     *
     * @throws ProviderException where there is no answer, or none that can be understood
     * @throws InvalidFieldsException where the body is not to be passed on
     */
    public ProviderResponse send(Provider provider, ProviderRequest request) {
        ProviderRequest told = translateRequest(provider, request);
        if (told.isSafe()) {
            return translateResponse(provider, providers.client(provider).send(told, null));
        }
        if (proxy.isProxy()) {
            return translateResponse(
                    provider,
                    providers.client(provider).send(told, callContext.nextCall().key()));
        }
        JournaledCall<String> begun = begin(provider, told, told.canonicalText(), entry -> "");
        return sendOnce(begun, told, refusal -> {});
    }

    /**
     * Notes the next call of this request in the journal, and commits that.
     *
     * @param said the request in one text, for when a client's key comes again
     * @param subject finds or makes what the call is about; it commits together with the journal's entry
     */
    public <S> JournaledCall<S> begin(
            Provider provider, ProviderRequest request, String said, Function<JournalEntry, S> subject) {
        ProviderCallKey name = callContext.nextCall();
        ProviderJournal.OpenedEntry<S> opened =
                journal.open(name, provider, request, provider.name() + "\n" + said, subject);
        return new JournaledCall<>(
                name, provider, opened.id(), opened.sentBefore(), opened.closed(), opened.response(), opened.subject());
    }

    /**
     * Makes a call that is noted, unless it was answered for good. A conflict (409) is the last word on a first call only:
     * on another one it may be a conflict with the first, which the provider still has in hand (Idempotency-Key, draft 07).
     *
     * @param onRefusal what follows from an error that is the last word; it commits together with the answer
     * @throws ProviderException where there is no answer, or none that can be understood
     */
    public ProviderResponse sendOnce(
            JournaledCall<?> begun, ProviderRequest request, Consumer<ProviderResponse> onRefusal) {
        Provider provider = begun.provider();
        if (begun.response().isPresent()) {
            return translateResponse(provider, begun.response().get());
        }
        ProviderResponse answer = send(begun, translateRequest(provider, request));
        if (begun.sentBefore() && answer.isConflict()) {
            journal.saveStatus(begun.entryId(), answer);
            throw ProviderException.outcomeUnknown(
                    provider, answer.errorMessage().orElse("it answers 409."));
        }
        ProviderResponse heard = translateResponse(provider, answer);
        if (answer.isDefinite() && provider.mapStatus(answer.status()) < 500) {
            journal.saveResponse(begun.entryId(), answer, () -> {
                if (!heard.isSuccess()) {
                    onRefusal.accept(heard);
                }
            });
        } else {
            journal.saveStatus(begun.entryId(), answer);
        }
        return heard;
    }

    private ProviderResponse send(JournaledCall<?> begun, ProviderRequest told) {
        try {
            return providers.client(begun.provider()).send(told, begun.key().key());
        } catch (ProviderException failure) {
            if (!failure.wasSent()) {
                journal.withdrawAttempt(begun.entryId());
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

    private static ProviderResponse translateResponse(Provider provider, ProviderResponse answer) {
        ProviderUris uris = new ProviderUris(provider);
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.computeIfPresent("location", (name, location) -> uris.toOurs(location));
        try {
            String body = answer.body().isEmpty() ? "" : JsonStringRewriter.rewrite(answer.body(), uris::toOurs);
            return new ProviderResponse(answer.status(), headers, body);
        } catch (JsonException | InvalidFieldsException e) {
            if (answer.isSuccess()) {
                throw ProviderException.unreadable(provider, "answered what is no sound JSON", e);
            }
            return new ProviderResponse(answer.status(), headers, "");
        }
    }
}
