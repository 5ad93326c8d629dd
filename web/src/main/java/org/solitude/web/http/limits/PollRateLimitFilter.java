package org.solitude.web.http.limits;

import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.security.CallerResolver;

/**
 * Limits how often a client polls: answers 429 with {@code Retry-After} beyond its rate. Each node counts on its own. A
 * client that polls as often as {@code Retry-After} allows never reaches the limit.
 */
@Provider
@Priority(Priorities.USER)
public class PollRateLimitFilter implements ContainerRequestFilter {

    private static final String POLLING_URLS = "/delay/";
    private static final Set<String> POLL_METHODS = Set.of(HttpMethod.GET, HttpMethod.HEAD);
    private static final int MAX_CLIENTS = 10_000;

    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    @Inject
    private RequestLimitSettings limits;

    @Inject
    private CallerResolver callers;

    @Inject
    private Clock clock;

    @Override
    public void filter(ContainerRequestContext request) {
        if (!POLL_METHODS.contains(request.getMethod())
                || !request.getUriInfo().getRequestUri().getPath().startsWith(POLLING_URLS)) {
            return;
        }
        if (buckets.size() > MAX_CLIENTS) {
            buckets.clear();
        }
        TokenBucket bucket = buckets.computeIfAbsent(
                callers.current().id(),
                name -> new TokenBucket(limits.pollsPerSecond(), limits.pollBurst(), clock.instant()));
        if (!bucket.take(clock.instant())) {
            request.abortWith(Problem.of(
                            429,
                            "You poll more often than " + limits.pollsPerSecond()
                                    + " times a second. Wait as long as Retry-After says.")
                    .asResponse()
                    .header("Retry-After", 1)
                    .build());
        }
    }
}
