package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.solitude.crypto.Encryptor;

/** Answers of providers as they stand in the journal: bound to their call, and not to be read in the database. */
@ApplicationScoped
class ProviderResponseEncryption {

    @Inject
    private Encryptor sealer;

    byte[] seal(JournalEntry entry, ProviderResponse answer) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(answer.headers())
                .forEach((name, value) ->
                        text.append(name).append(':').append(value).append('\n'));
        text.append('\n').append(answer.body());
        return sealer.seal(text.toString().getBytes(StandardCharsets.UTF_8), place(entry));
    }

    ProviderResponse open(JournalEntry entry, byte[] sealed) {
        String text = new String(sealer.open(sealed, place(entry)), StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end > start; end = text.indexOf('\n', start)) {
            int colon = text.indexOf(':', start);
            headers.put(text.substring(start, colon), text.substring(colon + 1, end));
            start = end + 1;
        }
        return new ProviderResponse(entry.status(), headers, text.substring(start + 1));
    }

    /** Sealed with the current key, or the very same bytes where they are so already. */
    byte[] renewed(JournalEntry entry, byte[] sealed) {
        return sealer.isOutdated(sealed) ? sealer.seal(sealer.open(sealed, place(entry)), place(entry)) : sealed;
    }

    private static byte[] place(JournalEntry entry) {
        return ("provider_call.answer/" + entry.key()).getBytes(StandardCharsets.UTF_8);
    }
}
