package org.solitude.web.async.request;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskOptions;
import org.solitude.task.TaskSettings;
import org.solitude.time.HttpDate;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.security.CallerResolver;
import org.solitude.webhook.InvalidWebhookException;
import org.solitude.webhook.WebhookScheduler;

/**
 * Reads the options of a task from headers of our own: {@code Solitude-Priority} (a JMS priority),
 * {@code Solitude-Not-Before} and {@code Solitude-Expires} (an HTTP date of RFC 9110, 5.6.7, or seconds from now),
 * {@code Solitude-Retries}, {@code Solitude-Ordering-Key} and {@code Solitude-Callback} (a URL that receives a
 * webhook).
 */
@ApplicationScoped
class TaskOptionHeaders {

    static final String PRIORITY = "Solitude-Priority";
    static final String NOT_BEFORE = "Solitude-Not-Before";
    static final String EXPIRES = "Solitude-Expires";
    static final String RETRIES = "Solitude-Retries";
    static final String ORDERING_KEY = "Solitude-Ordering-Key";
    static final String CALLBACK = "Solitude-Callback";

    private static final int MAX_PRIORITY = 9;
    private static final Duration MAX_DELAY = Duration.ofDays(366);

    @Inject
    private TaskSettings settings;

    @Inject
    private WebhookScheduler webhooks;

    @Inject
    private CallerResolver callers;

    @Inject
    private Clock clock;

    /**
     * Reads the options of a request.
     *
     * @throws ProblemException 400 where a value is malformed, out of range or given twice; the problem names the
     *     header and its form
     */
    TaskOptions of(ContainerRequestContext request) {
        Instant now = clock.instant();
        boolean token = callers.current().hasToken();
        Duration longest = token ? settings.tokenWaitMax() : MAX_DELAY;
        Integer priority = integer(request, PRIORITY, MAX_PRIORITY);
        Instant notBefore = instant(request, NOT_BEFORE, now, longest);
        Instant expires = instant(request, EXPIRES, now, longest);
        if (expires != null && !expires.isAfter(notBefore == null || notBefore.isBefore(now) ? now : notBefore)) {
            throw malformed(EXPIRES, "in the future, and after " + NOT_BEFORE);
        }
        return new TaskOptions(
                priority == null ? TaskOptions.DEFAULT_PRIORITY : priority,
                notBefore != null && notBefore.isAfter(now) ? notBefore : null,
                expires == null && token ? now.plus(longest) : expires,
                integer(request, RETRIES, settings.retriesMax()),
                orderingKey(request, ORDERING_KEY),
                callback(request));
    }

    private static @Nullable String orderingKey(ContainerRequestContext request, String header) {
        String value = value(request, header);
        if (value != null && !value.matches("[ -~]{1,255}")) {
            throw malformed(header, "1 to 255 printable ASCII characters");
        }
        return value;
    }

    private @Nullable URI callback(ContainerRequestContext request) {
        String value = value(request, CALLBACK);
        try {
            return value == null ? null : webhooks.check(value, callers.current());
        } catch (InvalidWebhookException e) {
            throw malformed(CALLBACK, e.requirement());
        }
    }

    private static @Nullable Integer integer(ContainerRequestContext request, String header, int most) {
        String value = value(request, header);
        if (value == null) {
            return null;
        }
        if (!value.matches("[0-9]{1,4}") || Integer.parseInt(value) > most) {
            throw malformed(header, "a whole number from 0 to " + most);
        }
        return Integer.valueOf(value);
    }

    private static @Nullable Instant instant(
            ContainerRequestContext request, String header, Instant now, Duration longest) {
        String value = value(request, header);
        if (value == null) {
            return null;
        }
        Instant instant =
                value.matches("[0-9]{1,9}") ? now.plusSeconds(Long.parseLong(value)) : date(header, value, now);
        if (instant.isAfter(now.plus(longest))) {
            throw malformed(
                    header,
                    longest.equals(MAX_DELAY)
                            ? "within " + MAX_DELAY.toDays() + " days"
                            : "within " + longest.toSeconds() + " seconds, because a token made the request");
        }
        return instant;
    }

    private static Instant date(String header, String value, Instant now) {
        return HttpDate.parse(value, now)
                .orElseThrow(() ->
                        malformed(header, "an HTTP date (Sun, 06 Nov 1994 08:49:37 GMT) or whole seconds from now"));
    }

    private static @Nullable String value(ContainerRequestContext request, String header) {
        List<String> values = request.getHeaders().get(header);
        if (values == null || values.isEmpty()) {
            return null;
        }
        if (values.size() > 1) {
            throw malformed(header, "given once only");
        }
        return values.get(0).trim();
    }

    private static ProblemException malformed(String header, String form) {
        return new ProblemException(Problem.of(400, header + " must be " + form + "."));
    }
}
