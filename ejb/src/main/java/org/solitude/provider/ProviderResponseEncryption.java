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
    private Encryptor encryptor;

    byte[] encrypt(JournalEntry entry, ProviderResponse answer) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(answer.headers())
                .forEach((name, value) ->
                        text.append(name).append(':').append(value).append('\n'));
        text.append('\n').append(answer.body());
        return encryptor.encrypt(text.toString().getBytes(StandardCharsets.UTF_8), associatedData(entry));
    }

    ProviderResponse decrypt(JournalEntry entry, byte[] sealed) {
        String text = new String(encryptor.decrypt(sealed, associatedData(entry)), StandardCharsets.UTF_8);
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
    byte[] reencrypted(JournalEntry entry, byte[] sealed) {
        return encryptor.isOutdated(sealed)
                ? encryptor.encrypt(encryptor.decrypt(sealed, associatedData(entry)), associatedData(entry))
                : sealed;
    }

    private static byte[] associatedData(JournalEntry entry) {
        return ("provider_call.answer/" + entry.key()).getBytes(StandardCharsets.UTF_8);
    }
}
