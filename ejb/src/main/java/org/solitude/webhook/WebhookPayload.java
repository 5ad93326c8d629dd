package org.solitude.webhook;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DelayedTask;
import org.solitude.task.ResponseContent;
import org.solitude.task.StoredResponse;

/**
 * The body of a webhook, in the form of Standard Webhooks. {@code data} has the members of {@code GET
 * /delay/result/UUID/}.
 *
 * @param type {@code task.} and the state in which the task ended
 * @param timestamp when it ended
 */
@JsonbNillable
public record WebhookPayload(String type, String timestamp, Data data) {

    /**
     * The task.
     *
     * @param content the body of the response as in the result; null if there is none, if it is too large for a
     *     webhook, and if the task has been run again since
     */
    @JsonbNillable
    public record Data(
            @Nullable String content,

            @JsonbProperty(value = "content_encoding", nillable = true) @Nullable
            String contentEncoding,

            @JsonbProperty(value = "content_type", nillable = true) @Nullable
            String contentType,

            String created,
            String finished,
            String method,
            String path,
            String replay,
            String result,
            String state,

            @JsonbProperty(value = "status_code", nillable = true) @Nullable
            Integer statusCode,

            String uuid) {}

    /** Creates the body for a delivery, with the response if it fits. */
    static WebhookPayload of(
            Delivery delivery, DelayedTask task, @Nullable StoredResponse response, int contentSizeMax) {
        Instant ended = delivery.ended();
        boolean fits = response != null && ended.equals(task.finished()) && response.body().length <= contentSizeMax;
        ResponseContent content = fits && response != null ? ResponseContent.of(response) : ResponseContent.NONE;
        return new WebhookPayload(
                delivery.event(),
                ended.toString(),
                new Data(
                        content.text(),
                        content.encoding(),
                        fits && response != null ? response.header("Content-Type") : null,
                        task.created().toString(),
                        ended.toString(),
                        task.method(),
                        task.path(),
                        "/delay/replay/" + task.uuid() + "/",
                        "/delay/result/" + task.uuid() + "/",
                        delivery.taskState().word(),
                        delivery.statusCode(),
                        task.uuid().toString()));
    }
}
