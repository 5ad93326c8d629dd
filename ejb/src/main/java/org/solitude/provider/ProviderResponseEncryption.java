package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.solitude.crypto.Encryptor;

/** Encrypts providers' responses for the journal, with the key of the call as associated data. */
@ApplicationScoped
class ProviderResponseEncryption {

    @Inject
    private Encryptor encryptor;

    byte[] encrypt(JournalEntry entry, ProviderResponse response) {
        StringBuilder text = new StringBuilder();
        new TreeMap<>(response.headers())
                .forEach((name, value) ->
                        text.append(name).append(':').append(value).append('\n'));
        text.append('\n').append(response.body());
        return encryptor.encrypt(text.toString().getBytes(StandardCharsets.UTF_8), associatedData(entry));
    }

    ProviderResponse decrypt(JournalEntry entry, byte[] encrypted) {
        String text = new String(encryptor.decrypt(encrypted, associatedData(entry)), StandardCharsets.UTF_8);
        Map<String, String> headers = new HashMap<>();
        int start = 0;
        for (int end = text.indexOf('\n'); end > start; end = text.indexOf('\n', start)) {
            int colon = text.indexOf(':', start);
            headers.put(text.substring(start, colon), text.substring(colon + 1, end));
            start = end + 1;
        }
        return new ProviderResponse(entry.status(), headers, text.substring(start + 1));
    }

    /** Re-encrypts with the current key, or returns the same array if that is not needed. */
    byte[] reencrypted(JournalEntry entry, byte[] encrypted) {
        return encryptor.isOutdated(encrypted)
                ? encryptor.encrypt(encryptor.decrypt(encrypted, associatedData(entry)), associatedData(entry))
                : encrypted;
    }

    private static byte[] associatedData(JournalEntry entry) {
        return ("provider_call.answer/" + entry.key()).getBytes(StandardCharsets.UTF_8);
    }
}
