package org.solitude.web.api.webhook;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.webhook.Delivery;
import org.solitude.webhook.DeliveryAttempt;
import org.solitude.webhook.DeliveryDetails;
import org.solitude.webhook.DeliveryState;

/**
 * A delivery of a webhook.
 *
 * @param due the time of the next attempt, null where there is none
 * @param history the attempts that have ended
 * @param id the {@code webhook-id}
 * @param task the UUID of the task that ended
 * @param url the URL of the receiver, without its query
 */
public record DeliveryDocument(
        int attempts,
        String created,
        @Nullable String due,
        String event,
        @Nullable String finished,
        List<AttemptDocument> history,
        String id,
        String modified,
        String resourceUri,
        String state,
        String task,
        String url) {

    /** An attempt that has ended. */
    public record AttemptDocument(
            long milliseconds,
            int number,
            String outcome,
            String started,
            @Nullable Integer statusCode) {

        static AttemptDocument of(DeliveryAttempt attempt) {
            return new AttemptDocument(
                    Duration.between(attempt.started(), attempt.finished()).toMillis(),
                    attempt.number(),
                    attempt.outcome().word(),
                    attempt.started().toString(),
                    attempt.status());
        }
    }

    static DeliveryDocument of(Delivery delivery, DeliveryDetails details) {
        return new DeliveryDocument(
                delivery.attempts(),
                delivery.created().toString(),
                delivery.state() == DeliveryState.WAITING ? delivery.dueAt().toString() : null,
                delivery.event(),
                delivery.finished() == null ? null : delivery.finished().toString(),
                details.attempts().stream().map(AttemptDocument::of).toList(),
                delivery.message(),
                delivery.modified().toString(),
                WebhookDeliveryResource.PATH + delivery.message() + "/",
                delivery.state().word(),
                delivery.taskUuid().toString(),
                details.url());
    }
}
