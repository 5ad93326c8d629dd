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
 * Dispatches tasks again whose messages were lost, but never those whose messages are still queued.
 *
 * <p>The state of the queue alone does not tell the two apart. So a {@link QueueProbe} is sent to the queue in each
 * priority that has a task dispatched long ago. When the probe is received, every message sent well before it has been
 * received too. A task that is due and not running by then is a suspect. A suspect that is still one at a later probe
 * lost its message, unless the message is still queued: an operator may have lowered its priority, so that the probe
 * overtook it.
 *
 * <p>A paused queue returns no probe, so nothing is dispatched twice while an operator holds it. While a probe is
 * queued no other is sent, so that operators who count the messages see tasks rather than probes. A probe that is
 * neither queued nor received was removed, and another is sent.
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

    /** A probe that has not been received, and when to check whether it is still queued: ever less often. */
    private record SentProbe(QueueProbe probe, Instant nextCheck, Duration interval) {

        SentProbe checkLater(Instant now) {
            Duration doubled = interval.multipliedBy(2);
            Duration longer = doubled.compareTo(MAXIMUM_CHECK_INTERVAL) > 0 ? MAXIMUM_CHECK_INTERVAL : doubled;
            return new SentProbe(probe, now.plus(longer), longer);
        }
    }

    private record Suspect(Instant dispatchedAt, Instant since) {

        /** Returns the suspect of the last probe, or a new one if the task was dispatched since. */
        static Suspect again(DelayedTask task, @Nullable Suspect before, Instant now) {
            Instant dispatchedAt = Objects.requireNonNull(task.dispatchState().dispatchedAt());
            return before != null && before.dispatchedAt.equals(dispatchedAt) ? before : new Suspect(dispatchedAt, now);
        }
    }

    /**
     * Expires tasks, dispatches those whose long delay has passed, sends probes where messages may be lost, and
     * publishes missing dead letters.
     */
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

    /** Dispatches again the tasks whose messages should have been received before this probe and were not. */
    public synchronized void probeReturned(QueueProbe probe) {
        sentByPriority.remove(probe.priority());
        Instant now = clock.instant();
        Instant dispatchedBefore = probe.sentAt().minus(settings.recoveryInterval());
        Map<Long, Suspect> before = suspectsByPriority.getOrDefault(probe.priority(), Map.of());
        Map<Long, Suspect> suspects = new HashMap<>();
        List<DelayedTask> lost = new ArrayList<>();
        for (DelayedTask task : tasks.dispatchedBefore(probe.priority(), dispatchedBefore, now, BATCH)) {
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
            LOG.log(Level.INFO, "{0} dispatch messages were lost and are sent again", lost.size());
            dispatch(lost);
        }
    }

    /** Returns how long a suspect may stay one: a task that was just received and runs has its lease by then. */
    private Duration leaseGracePeriod() {
        return settings.heartbeat().multipliedBy(2);
    }

    /**
     * Expires the task unless it has started: runs here, is leased, or has started an effect that no rollback undoes.
     */
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
