package org.solitude.webhook;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.solitude.task.DelayedTask;
import org.solitude.task.ResponseContent;
import org.solitude.task.StoredResponse;

/**
 * What a receiver is told: the form of Standard Webhooks, and in {@code data} what {@code GET /delay/result/UUID/} calls
 * the same.
 *
 * @param type {@code task.} and the state in which the task ended
 * @param timestamp when it ended
 */
@JsonbNillable
public record WebhookPayload(String type, String timestamp, Data data) {

    /**
     * The task.
     *
     * @param content the body of the response as in the result; null where there is none, where it is too large for a
     *     callback, and where the task has been run again since
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

    /** The notice of that end, with as much of the response as it may carry. */
    static WebhookPayload of(Delivery delivery, DelayedTask task, @Nullable StoredResponse response, int largest) {
        Instant ended = delivery.ended();
        boolean told = response != null && ended.equals(task.finished()) && response.body().length <= largest;
        ResponseContent content = told && response != null ? ResponseContent.of(response) : ResponseContent.NONE;
        return new WebhookPayload(
                delivery.event(),
                ended.toString(),
                new Data(
                        content.text(),
                        content.encoding(),
                        told && response != null ? response.header("Content-Type") : null,
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
