package org.solitude.task.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;

/**
 * Limits how many tasks are in the backlog (not ended), for each client and in all.
 *
 * <p>The tasks are counted at most once a second and the count is incremented in between. So the limit costs a
 * submission nothing, and may be exceeded by what all nodes accept in one second.
 */
@ApplicationScoped
public class BacklogLimit {

    private static final Duration MAXIMUM_AGE = Duration.ofSeconds(1);
    private static final int MAXIMUM_CLIENTS = 10_000;
    private static final String ALL_CLIENTS = "";

    private final Map<String, Count> counts = new ConcurrentHashMap<>();

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskSettings settings;

    @Inject
    private Clock clock;

    private record Count(AtomicInteger waiting, Instant at) {}

    /**
     * Admits one more task.
     *
     * @throws BacklogFullException if the client, or all clients together, have reached the limit
     */
    void admit(@Nullable String owner) {
        if (counts.size() > MAXIMUM_CLIENTS) {
            counts.clear();
        }
        if (owner != null && count(owner, owner, settings.waitingMax()) >= settings.waitingMax()) {
            throw new BacklogFullException(true);
        }
        if (count(ALL_CLIENTS, null, settings.backlogMax()) >= settings.backlogMax()) {
            throw new BacklogFullException(false);
        }
    }

    /** Returns how many tasks there were before this one, and counts this one. */
    private int count(String key, @Nullable String owner, int limit) {
        Instant now = clock.instant();
        Count count = counts.compute(
                key,
                (k, last) -> last != null && last.at().plus(MAXIMUM_AGE).isAfter(now)
                        ? last
                        : new Count(new AtomicInteger(tasks.countDue(owner, limit)), now));
        return count.waiting().getAndIncrement();
    }
}
