package org.solitude.web.async.poll;

import jakarta.json.bind.annotation.JsonbNillable;
import jakarta.json.bind.annotation.JsonbProperty;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.solitude.task.Attempt;
import org.solitude.task.DelayedTask;
import org.solitude.task.Header;
import org.solitude.task.ResponseContent;
import org.solitude.task.StoredResponse;
import org.solitude.web.async.TaskUrls;

/**
 * A task as {@code /delay/result/} shows it. In a list, {@code content}, {@code headers} and {@code history} are null.
 *
 * @param content the body of the stored response: as text, or in base64 where it is not text
 * @param contentEncoding {@code base64} where {@code content} is in base64; null otherwise
 * @param headers the headers of the stored response, each with all its values
 * @param history the attempts that have ended
 * @param state as clients see it; see {@link org.solitude.task.TaskState}
 */
@JsonbNillable
public record TaskDocument(
        int attempts,
        @Nullable String content,

        @JsonbProperty(value = "content_encoding", nillable = true) @Nullable
        String contentEncoding,

        @JsonbProperty(value = "content_type", nillable = true) @Nullable
        String contentType,

        String created,
        @Nullable String finished,
        @Nullable Map<String, List<String>> headers,
        @Nullable List<AttemptDocument> history,
        String id,
        String method,
        String modified,
        String path,
        @JsonbProperty("resource_pk") long resourcePk,
        @JsonbProperty("resource_uri") String resourceUri,
        boolean run,
        @Nullable String started,
        String state,

        @JsonbProperty(value = "status_code", nillable = true) @Nullable
        Integer statusCode,

        String uuid) {

    /** Makes the document of a task that has run, with its response. */
    static TaskDocument of(DelayedTask task, StoredResponse response, List<Attempt> attempts, Instant now) {
        ResponseContent content = ResponseContent.of(response);
        List<AttemptDocument> history =
                attempts.stream().map(AttemptDocument::of).toList();
        return of(task, content, response.header("Content-Type"), headers(response), history, now);
    }

    /** Makes the document of a task in a list. */
    static TaskDocument of(DelayedTask task, Instant now) {
        return of(task, ResponseContent.NONE, null, null, null, now);
    }

    private static TaskDocument of(
            DelayedTask task,
            ResponseContent content,
            @Nullable String contentType,
            @Nullable Map<String, List<String>> headers,
            @Nullable List<AttemptDocument> history,
            Instant now) {
        return new TaskDocument(
                task.attempts(),
                content.text(),
                content.encoding(),
                contentType,
                task.created().toString(),
                text(task.finished()),
                headers,
                history,
                Long.toString(task.id()),
                task.method(),
                task.modified().toString(),
                task.path(),
                task.id(),
                TaskUrls.of(task.uuid()).result(),
                task.state().hasRun(),
                text(task.started()),
                task.stateAt(now).word(),
                task.statusCode(),
                task.uuid().toString());
    }

    private static @Nullable String text(@Nullable Instant instant) {
        return instant == null ? null : instant.toString();
    }

    private static Map<String, List<String>> headers(StoredResponse response) {
        Map<String, List<String>> headers = new LinkedHashMap<>();
        for (Header header : response.headers()) {
            headers.computeIfAbsent(header.name(), name -> new ArrayList<>()).add(header.value());
        }
        return headers;
    }

    /**
     * An attempt that has ended.
     *
     * @param life 1, and one more after each redrive
     * @param milliseconds the duration
     * @param reason answered, retried or exhausted
     */
    public record AttemptDocument(
            int life,
            long milliseconds,
            int number,
            String reason,
            String started,
            @JsonbProperty("status_code") int statusCode) {

        static AttemptDocument of(Attempt attempt) {
            return new AttemptDocument(
                    attempt.redrives(),
                    Duration.between(attempt.started(), attempt.finished()).toMillis(),
                    attempt.number(),
                    attempt.reason().name().toLowerCase(Locale.ROOT),
                    attempt.started().toString(),
                    attempt.status());
        }
    }
}
