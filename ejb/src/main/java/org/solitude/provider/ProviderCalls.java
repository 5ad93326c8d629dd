package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonException;
import java.util.HashMap;
import java.util.Map;
import org.solitude.generic.InvalidFields;

/** Calls to providers, in our words: what of ours and of theirs names the same resource is translated on the way. */
@ApplicationScoped
public class ProviderCalls {

    @Inject
    private Providers providers;

    @Inject
    private ProviderJournal journal;

    @Inject
    private CallOrigin origin;

    /**
     * Asks a provider and waits. Nothing may have been read or written in the thread's transaction before, so that no
     * connection waits too. What is asked for a second time (a task tried again, a client's key) and was answered for
     * good is answered from the journal: the provider would say the same, if it still remembers.
     *
     * @throws ProviderFailure where there is no answer, or none that can be understood
     * @throws InvalidFields where the body is not to be passed on
     */
    public ProviderAnswer ask(Provider provider, ProviderRequest request) {
        ProviderUris uris = new ProviderUris(provider);
        String body = request.body() == null ? null : JsonTranslation.of(request.body(), uris::theirs);
        ProviderRequest told = new ProviderRequest(request.method(), request.path(), request.query(), body);
        ProviderAnswer answer =
                told.isSafe() ? providers.line(provider).ask(told, null) : askOnce(provider, told, origin.next());
        return heard(provider, uris, answer);
    }

    private ProviderAnswer askOnce(Provider provider, ProviderRequest told, CallName name) {
        ProviderJournal.Opened opened = journal.open(name, provider, told);
        return opened.answer().orElseGet(() -> {
            ProviderAnswer answer = ask(provider, told, name, opened.id());
            heard(provider, new ProviderUris(provider), answer);
            journal.answered(opened.id(), answer);
            return answer;
        });
    }

    private ProviderAnswer ask(Provider provider, ProviderRequest told, CallName name, long entry) {
        try {
            return providers.line(provider).ask(told, name.key());
        } catch (ProviderFailure failure) {
            if (!failure.wasAsked()) {
                journal.spared(entry);
                origin.spared(failure.retryAfter());
            }
            throw failure;
        }
    }

    private static ProviderAnswer heard(Provider provider, ProviderUris uris, ProviderAnswer answer) {
        Map<String, String> headers = new HashMap<>(answer.headers());
        headers.computeIfPresent("location", (name, location) -> uris.ours(location));
        try {
            String body = answer.body().isEmpty() ? "" : JsonTranslation.of(answer.body(), uris::ours);
            return new ProviderAnswer(answer.status(), headers, body);
        } catch (JsonException | InvalidFields e) {
            if (answer.status() >= 400) {
                return new ProviderAnswer(answer.status(), headers, "");
            }
            throw ProviderFailure.unreadable(provider, "answered what is no sound JSON", e);
        }
    }
}
