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
 * How many tasks wait, for one client and in all. Counted once a second at most and carried on by hand in between, so
 * that a limit costs an accept nothing and may be passed by what one second accepts.
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
     * Lets one more task in.
     *
     * @throws BacklogFullException where the client, or everybody together, has as many waiting as may be
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

    /** How many waited before this one came. */
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
