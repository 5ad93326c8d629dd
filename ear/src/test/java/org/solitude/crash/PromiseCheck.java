package org.solitude.crash;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Compares each 202, which promises that the write is executed exactly once, with the outcome of its task. Each
 * violation is one sentence; a good run has none.
 *
 * @param lost accepted tasks that never ran
 * @param wrong tasks that ran, with another response than the synchronous call would have
 * @param effects buyers without a task, tasks without their buyer, buyers created twice
 */
record PromiseCheck(String summary, List<String> lost, List<String> wrong, List<String> effects) {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    static PromiseCheck run(WriteHistory history, SolitudeClient solitude) {
        var check = new PromiseCheck(
                "writes by status (0: connection broken): " + history.statuses(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        check.awaitAllTasksEnded(solitude);
        history.accepted().forEach(write -> check.checkResponse(write, solitude));
        check.checkTaskList(history, solitude);
        check.checkEffects(history, buyers(solitude));
        return check;
    }

    List<String> violations() {
        List<String> all = new ArrayList<>(lost);
        all.addAll(wrong);
        all.addAll(effects);
        return all;
    }

    /** Returns all violations with their numbers, for the file that a run writes. */
    String report() {
        String numbers = "%s%n%d lost, %d wrong, %d wrong effects%n"
                .formatted(summary, lost.size(), wrong.size(), effects.size());
        return numbers + String.join("\n", violations());
    }

    /** Waits until no task is left to run, including tasks whose client got no response. */
    private void awaitAllTasksEnded(SolitudeClient solitude) {
        try {
            Awaitility.await("all tasks have run")
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> solitude.get("/delay/result/?run=false&limit=1")
                            .json()
                            .getJsonArray("objects")
                            .isEmpty());
        } catch (ConditionTimeoutException e) {
            lost.add("after " + TIMEOUT + " some tasks have not run");
        }
    }

    private void checkResponse(AttemptedWrite write, SolitudeClient solitude) {
        String task = write.task().orElseThrow();
        ApiResponse replay = AcceptedTask.at(solitude, task).askForReplay();
        if (replay.isNotRunYet()) {
            lost.add(task + " of " + write + " was accepted and has not run");
        } else if (replay.status() == 404 && !replay.isFinal()) {
            lost.add(task + " of " + write + " was accepted and is unknown");
        } else if (!write.kind().expects(replay, write.uuid())) {
            wrong.add(task + " of " + write + " was answered " + replay);
        }
    }

    /** Checks that each accepted task is in the list of tasks. */
    private void checkTaskList(WriteHistory history, SolitudeClient solitude) {
        Set<String> accepted = new HashSet<>();
        history.accepted().forEach(write -> accepted.add(write.task().orElseThrow()));
        new ListPages(solitude, "/delay/result/?limit=100").forEach(task -> accepted.remove(task.getString("uuid")));
        accepted.forEach(task -> lost.add(task + " is not in the list of tasks"));
    }

    private void checkEffects(WriteHistory history, Map<String, Integer> buyers) {
        for (AttemptedWrite write : history.all()) {
            if (write.kind() != WriteKind.DUPLICATE) {
                int created = buyers.getOrDefault(write.uuid(), 0);
                if (!write.allowsBuyers(created)) {
                    effects.add(write + " created " + created + " buyers");
                }
                buyers.remove(write.uuid());
            }
        }
        if (!Integer.valueOf(1).equals(buyers.remove(WriteKind.TAKEN_UUID))) {
            effects.add("the buyer with the taken uuid does not exist exactly once");
        }
        buyers.forEach((uuid, number) -> effects.add("buyer " + uuid + " belongs to no write"));
    }

    /**
     * Counts the buyers of each uuid. The suffix after {@code #}, which makes unguarded creations unique, is ignored.
     */
    private static Map<String, Integer> buyers(SolitudeClient solitude) {
        Map<String, Integer> buyers = new HashMap<>();
        new ListPages(solitude, "/generic/buyer/?limit=100")
                .forEach((JsonObject buyer) ->
                        buyers.merge(buyer.getString("uuid").split("#", 2)[0], 1, Integer::sum));
        return buyers;
    }
}
