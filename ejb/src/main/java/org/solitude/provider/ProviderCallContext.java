package org.solitude.provider;

import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.enterprise.context.RequestScoped;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Identifies the calls to providers that belong to this request: by a task, the same in each of its attempts, or by a
 * client's key. Calls are numbered, so that a repeated request finds its earlier calls again.
 */
@RequestScoped
public class ProviderCallContext {

    private String key = UUID.randomUUID().toString();
    private boolean task;
    private String client = "";
    private int calls;
    private @Nullable Duration deferral;

    /** Makes this request an attempt of a task. */
    public void useTask(UUID uuid) {
        key = uuid.toString();
        task = true;
    }

    /** Makes this request a client's call with an idempotency key. The key must be unique across clients. */
    public void useClientKey(String clientKey) {
        key = clientKey;
    }

    /** Names the client whose request this is; the calls of one client have a limit. */
    public void useClient(String id) {
        client = id;
    }

    String client() {
        return client;
    }

    /** Returns the type of a write of this request. */
    CallType writeType() {
        return task ? CallType.TASK_WRITE : CallType.CLIENT_WRITE;
    }

    /** Returns the type of an inquiry: of a client's request, of a task, or of the server where there is no request. */
    static CallType inquiryType(ProviderCallContext current) {
        try {
            return current.writeType() == CallType.CLIENT_WRITE ? CallType.CLIENT_INQUIRY : CallType.INQUIRY;
        } catch (ContextNotActiveException e) {
            return CallType.INQUIRY;
        }
    }

    /** Returns the key of the next call. */
    ProviderCallKey nextCall() {
        calls++;
        return new ProviderCallKey(key, task, calls);
    }

    /** Records that a provider was not called, so that this attempt of the task does not count. */
    void deferBy(@Nullable Duration delay) {
        deferral = delay;
    }

    /** Returns how long to defer the task if a provider was not called. */
    public Optional<Duration> deferral() {
        return Optional.ofNullable(deferral);
    }
}
