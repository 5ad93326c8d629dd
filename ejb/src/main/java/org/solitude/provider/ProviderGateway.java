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
    public record Begun<S>(
            ProviderCallKey name,
            Provider provider,
            long entry,
            boolean askedBefore,
            boolean closed,
            Optional<ProviderResponse> answer,
            S subject) {}

    /**
     * Asks a provider and waits. What is asked for a second time (a task tried again, a client's key) and was answered for
     * good is answered from the journal: the provider would say the same, if it still remembers. A proxy has no
     * journal; the server behind it has.
     *
     * @throws ProviderException where there is no answer, or none that can be understood
     * @throws InvalidFieldsException where the body is not to be passed on
     */
    public ProviderResponse ask(Provider provider, ProviderRequest request) {
        ProviderRequest told = told(provider, request);
        if (told.isSafe()) {
            return heard(provider, providers.client(provider).ask(told, null));
        }
        if (proxy.isProxy()) {
            return heard(
                    provider,
                    providers.client(provider).ask(told, callContext.next().key()));
        }
        Begun<String> begun = begin(provider, told, told.said(), entry -> "");
        return askOnce(begun, told, refusal -> {});
    }

    /**
     * Notes the next call of this request in the journal, and commits that.
     *
     * @param said the request in one text, for when a client's key comes again
     * @param subject finds or makes what the call is about; it commits together with the journal's entry
     */
    public <S> Begun<S> begin(
            Provider provider, ProviderRequest request, String said, Function<JournalEntry, S> subject) {
        ProviderCallKey name = callContext.next();
        ProviderJournal.Opened<S> opened =
                journal.open(name, provider, request, provider.name() + "\n" + said, subject);
        return new Begun<>(
                name, provider, opened.id(), opened.askedBefore(), opened.closed(), opened.answer(), opened.subject());
    }

    /**
     * Makes a call that is noted, unless it was answered for good. A conflict (409) is the last word on a first call only:
     * on another one it may be a conflict with the first, which the provider still has in hand (Idempotency-Key, draft 07).
     *
     * @param onRefusal what follows from an error that is the last word; it commits together with the answer
     * @throws ProviderException where there is no answer, or none that can be understood
     */
    public ProviderResponse askOnce(Begun<?> begun, ProviderRequest request, Consumer<ProviderResponse> onRefusal) {
        Provider provider = begun.provider();
        if (begun.answer().isPresent()) {
            return heard(provider, begun.answer().get());
        }
        ProviderResponse answer = ask(begun, told(provider, request));
        if (begun.askedBefore() && answer.isConflict()) {
            journal.said(begun.entry(), answer);
            throw ProviderException.undecided(provider, answer.errorMessage().orElse("it answers 409."));
        }
        ProviderResponse heard = heard(provider, answer);
        if (answer.isDefinite() && provider.mapped(answer.status()) < 500) {
            journal.answered(begun.entry(), answer, () -> {
                if (!heard.isSuccess()) {
                    onRefusal.accept(heard);
                }
            });
        } else {
            journal.said(begun.entry(), answer);
        }
        return heard;
    }

    private ProviderResponse ask(Begun<?> begun, ProviderRequest told) {
        try {
            return providers.client(begun.provider()).ask(told, begun.name().key());
        } catch (ProviderException failure) {
            if (!failure.wasAsked()) {
                journal.spared(begun.entry());
                callContext.spared(failure.retryAfter());
            }
            throw failure;
        }
    }

    private static ProviderRequest told(Provider provider, ProviderRequest request) {
        String body = request.body();
        return body == null
                ? request
                : new ProviderRequest(
                        request.method(),
                        request.path(),
                        request.query(),
                        JsonStringRewriter.of(body, new ProviderUris(provider)::theirs));
    }

    private static ProviderResponse heard(Provider provider, ProviderResponse answer) {
        ProviderUris uris = new ProviderUris(provider);
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.computeIfPresent("location", (name, location) -> uris.ours(location));
        try {
            String body = answer.body().isEmpty() ? "" : JsonStringRewriter.of(answer.body(), uris::ours);
            return new ProviderResponse(answer.status(), headers, body);
        } catch (JsonException | InvalidFieldsException e) {
            if (answer.isSuccess()) {
                throw ProviderException.unreadable(provider, "answered what is no sound JSON", e);
            }
            return new ProviderResponse(answer.status(), headers, "");
        }
    }
}
