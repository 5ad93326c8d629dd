package org.solitude.web.api.provider;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.solitude.provider.ProviderCallContext;
import org.solitude.web.async.replay.ReplayedTask;
import org.solitude.web.http.conditional.ConditionalReadFilter;
import org.solitude.web.http.security.CallerResolver;

/**
 * Sets the idempotency key for calls of a provider: the task's in a replay, else the client's {@code Idempotency-Key}.
 * It contains the client, because two clients may use the same key and must not get each other's payment.
 */
@Provider
@ProviderEndpoint
@Priority(Priorities.USER + 500)
public class ProviderCallContextFilter implements ContainerRequestFilter {

    static final String HEADER = "Idempotency-Key";
    private static final int MAX_KEY_LENGTH = 160;
    private static final int CLIENT_DIGITS = 12;

    @Inject
    private ProviderCallContext callContext;

    @Inject
    private CallerResolver callers;

    @Override
    public void filter(ContainerRequestContext request) {
        ConditionalReadFilter.withoutDigest(request);
        callContext.useClient(callers.current().id());
        Optional<UUID> task = ReplayedTask.of(request);
        String header = request.getHeaderString(HEADER);
        if (task.isPresent()) {
            callContext.useTask(task.get());
        } else if (header != null && !header.isBlank()) {
            String client = digest(callers.current().id()).substring(0, CLIENT_DIGITS);
            callContext.useClientKey(unquoted(header) + "-" + client);
        }
    }

    /**
     * Returns the key without its quotes, which some clients leave out; a key of another form is replaced by its
     * digest.
     */
    private static String unquoted(String header) {
        String key = header.strip().replaceAll("^\"(.*)\"$", "$1");
        return key.length() <= MAX_KEY_LENGTH && key.matches("[\\x21-\\x7E]+") ? key : digest(key);
    }

    private static String digest(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
