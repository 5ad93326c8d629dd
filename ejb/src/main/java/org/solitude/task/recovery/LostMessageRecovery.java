package org.solitude.task.recovery;

import static java.util.stream.Collectors.toSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.jta.Transactions;
import org.solitude.task.DelayedTask;
import org.solitude.task.TaskEnded;
import org.solitude.task.TaskRepository;
import org.solitude.task.TaskSettings;
import org.solitude.task.cancellation.StartedEffectsCheck;
import org.solitude.task.deadletter.DeadLetterPublisher;
import org.solitude.task.dispatch.DispatchMessage;
import org.solitude.task.dispatch.DispatchQueue;
import org.solitude.task.dispatch.QueueProbe;
import org.solitude.task.dispatch.TaskDispatcher;
import org.solitude.task.execution.InFlightTasks;

/**
 * Announces what was lost, never what still waits in line.
 *
 * <p>Looking at the queue cannot tell the two apart. So a {@link QueueProbe} is sent down the line of each priority in
 * which a task has waited for long. When it comes out, everything announced well before it has come out too; what is
 * due and not running all the same is suspect, and what is still suspect at a later look was lost, unless its message still
 * stands there: an operator has given it a lower priority, and the marker overtook it. A paused queue returns
 * no marker, so nothing is announced twice while an operator thinks. While a marker stands in line no other follows it: an
 * operator counts the tasks that wait, not our questions. One that neither stands there nor came out was removed.
 */
@ApplicationScoped
public class LostMessageRecovery {

    private static final Logger LOG = System.getLogger(LostMessageRecovery.class.getName());
    private static final int BATCH = 5_000;
    private static final Duration MAXIMUM_CHECK_INTERVAL = Duration.ofMinutes(5);

    private final Map<Integer, SentProbe> sentByPriority = new HashMap<>();
    private final Map<Integer, Map<Long, Suspect>> suspectsByPriority = new HashMap<>();

    @Inject
    private TaskRepository tasks;

    @Inject
    private TaskDispatcher dispatcher;

    @Inject
    private DispatchQueue dispatchQueue;

    @Inject
    private DeadLetterPublisher deadLetters;

    @Inject
    private InFlightTasks inFlight;

    @Inject
    private StartedEffectsCheck startedEffects;

    @Inject
    private Transactions transactions;

    @Inject
    private TaskSettings settings;

    @Inject
    private Event<TaskEnded> ended;

    @Inject
    private Clock clock;

    /** A marker that has not come back, and when to look whether it still stands in line: ever more seldom. */
    private record SentProbe(QueueProbe probe, Instant nextCheck, Duration interval) {

        SentProbe checkLater(Instant now) {
            Duration doubled = interval.multipliedBy(2);
            Duration longer = doubled.compareTo(MAXIMUM_CHECK_INTERVAL) > 0 ? MAXIMUM_CHECK_INTERVAL : doubled;
            return new SentProbe(probe, now.plus(longer), longer);
        }
    }

    private record Suspect(Instant dispatchedAt, Instant since) {

        /** The same suspect still, or a new one where the task was announced since the last look. */
        static Suspect again(DelayedTask task, @Nullable Suspect before, Instant now) {
            Instant announcedAt = Objects.requireNonNull(task.dispatchState().dispatchedAt());
            return before != null && before.dispatchedAt.equals(announcedAt) ? before : new Suspect(announcedAt, now);
        }
    }

    /** One round: announce what a long delay held back, send markers where something may be lost, report the dead. */
    synchronized void recover() {
        Instant now = clock.instant();
        tasks.expired(now, BATCH).forEach(task -> expire(task, now));
        dispatch(tasks.dueUndispatched(now, BATCH));
        List<Integer> priorities = tasks.prioritiesDispatchedBefore(now.minus(settings.recoveryInterval()), now);
        suspectsByPriority.keySet().retainAll(priorities);
        sentByPriority.keySet().retainAll(priorities);
        priorities.forEach(priority -> sendProbe(priority, now));
        deadLetters.publishMissing();
    }

    /** A marker came out of the line: look for what should have come out before it. */
    public synchronized void probeReturned(QueueProbe probe) {
        sentByPriority.remove(probe.priority());
        Instant now = clock.instant();
        Instant announcedBefore = probe.sentAt().minus(settings.recoveryInterval());
        Map<Long, Suspect> before = suspectsByPriority.getOrDefault(probe.priority(), Map.of());
        Map<Long, Suspect> suspects = new HashMap<>();
        List<DelayedTask> lost = new ArrayList<>();
        for (DelayedTask task : tasks.dispatchedBefore(probe.priority(), announcedBefore, now, BATCH)) {
            Suspect suspect = Suspect.again(task, before.get(task.id()), now);
            if (suspect.since().plus(leaseGracePeriod()).isAfter(now)) {
                suspects.put(task.id(), suspect);
            } else {
                lost.add(task);
            }
        }
        suspectsByPriority.put(probe.priority(), suspects);
        if (!lost.isEmpty()) {
            Set<Long> queued =
                    dispatcher.queuedAmong(lost.stream().map(DelayedTask::id).collect(toSet()));
            lost.removeIf(task -> queued.contains(task.id()));
        }
        if (!lost.isEmpty()) {
            LOG.log(Level.INFO, "{0} announcements were lost and are made again", lost.size());
            dispatch(lost);
        }
    }

    /** A task that came out of the line a moment ago and runs has its lease by then. */
    private Duration leaseGracePeriod() {
        return settings.heartbeat().multipliedBy(2);
    }

    /** Unless it has started: it runs, here or where the row is leased, or has begun what no rollback takes back. */
    private void expire(DelayedTask task, Instant now) {
        transactions.inNewTransaction(() -> tasks.lock(task.id())
                .filter(row -> row.isExpiredAt(now) && !row.dispatchState().isLeasedAt(now))
                .filter(row -> !inFlight.contains(row.id()) && !startedEffects.anyStartedFor(row))
                .ifPresent(row -> {
                    row.expire(now);
                    ended.fire(new TaskEnded(row));
                }));
    }

    private void dispatch(List<DelayedTask> due) {
        if (!due.isEmpty()) {
            transactions.inNewTransaction(
                    () -> tasks.markDispatched(due.stream().map(DelayedTask::id).toList(), clock.instant()));
            due.forEach(task -> dispatchQueue.offer(DispatchMessage.of(task)));
        }
    }

    private void sendProbe(int priority, Instant now) {
        SentProbe last = sentByPriority.get(priority);
        if (last != null && now.isBefore(last.nextCheck())) {
            return;
        }
        if (last != null && dispatcher.isQueued(last.probe())) {
            sentByPriority.put(priority, last.checkLater(now));
            return;
        }
        QueueProbe probe = new QueueProbe(priority, now);
        dispatcher.sendProbe(probe);
        sentByPriority.put(
                priority, new SentProbe(probe, now.plus(settings.recoveryInterval()), settings.recoveryInterval()));
    }
}
