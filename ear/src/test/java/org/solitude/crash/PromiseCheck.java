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
 * Holds every promise against what became of it. Each broken one is a line of words; a good run has none.
 *
 * @param lost promised and never run
 * @param wrong run, and answered otherwise than the synchronous call would have been
 * @param effects buyers without a task, tasks without their buyer, buyers made twice
 */
record PromiseCheck(String summary, List<String> lost, List<String> wrong, List<String> effects) {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    static PromiseCheck run(WriteHistory ledger, SolitudeClient solitude) {
        var verdict = new PromiseCheck(
                "writes by status (0: cut off): " + ledger.statuses(),
                new ArrayList<>(),
                new ArrayList<>(),
                new ArrayList<>());
        verdict.awaitAllTasksEnded(solitude);
        ledger.accepted().forEach(write -> verdict.checkResponse(write, solitude));
        verdict.checkTaskList(ledger, solitude);
        verdict.checkEffects(ledger, buyers(solitude));
        return verdict;
    }

    List<String> violations() {
        List<String> all = new ArrayList<>(lost);
        all.addAll(wrong);
        all.addAll(effects);
        return all;
    }

    /** For people, and for the file that a long run leaves. */
    String report() {
        String numbers = "%s%n%d lost, %d wrong, %d effects astray%n"
                .formatted(summary, lost.size(), wrong.size(), effects.size());
        return numbers + String.join("\n", violations());
    }

    /** All has run when nothing is left to run, also of what nobody was promised. */
    private void awaitAllTasksEnded(SolitudeClient solitude) {
        try {
            Awaitility.await("the last task")
                    .atMost(TIMEOUT)
                    .pollInterval(Duration.ofMillis(500))
                    .until(() -> solitude.get("/delay/result/?run=false&limit=1")
                            .json()
                            .getJsonArray("objects")
                            .isEmpty());
        } catch (ConditionTimeoutException e) {
            lost.add("after " + TIMEOUT + " there are tasks that have not run");
        }
    }

    private void checkResponse(AttemptedWrite write, SolitudeClient solitude) {
        String task = write.task().orElseThrow();
        ApiResponse replay = AcceptedTask.at(solitude, task).askForReplay();
        if (replay.isNotRunYet()) {
            lost.add(task + " was promised to " + write + " and waits for ever");
        } else if (replay.status() == 404 && !replay.isFinal()) {
            lost.add(task + " was promised to " + write + " and is unknown");
        } else if (!write.kind().expects(replay, write.uuid())) {
            wrong.add(task + " of " + write + " was answered " + replay);
        }
    }

    /** Every promised task must be in the list. */
    private void checkTaskList(WriteHistory ledger, SolitudeClient solitude) {
        Set<String> promised = new HashSet<>();
        ledger.accepted().forEach(write -> promised.add(write.task().orElseThrow()));
        new ListPages(solitude, "/delay/result/?limit=100").forEach(task -> promised.remove(task.getString("uuid")));
        promised.forEach(task -> lost.add(task + " is not in the list of tasks"));
    }

    private void checkEffects(WriteHistory ledger, Map<String, Integer> buyers) {
        for (AttemptedWrite write : ledger.all()) {
            if (write.kind() != WriteKind.DUPLICATE) {
                int left = buyers.getOrDefault(write.uuid(), 0);
                if (!write.allowsBuyers(left)) {
                    effects.add(write + " left " + left + " buyers");
                }
                buyers.remove(write.uuid());
            }
        }
        if (!Integer.valueOf(1).equals(buyers.remove(WriteKind.TAKEN_UUID))) {
            effects.add("the buyer whose uuid was taken is not there exactly once");
        }
        buyers.forEach((uuid, number) -> effects.add("buyer " + uuid + " was never asked for"));
    }

    /** How many buyers there are of each uuid; what follows {@code #} only makes an unguarded one unique. */
    private static Map<String, Integer> buyers(SolitudeClient solitude) {
        Map<String, Integer> buyers = new HashMap<>();
        new ListPages(solitude, "/generic/buyer/?limit=100")
                .forEach((JsonObject buyer) ->
                        buyers.merge(buyer.getString("uuid").split("#", 2)[0], 1, Integer::sum));
        return buyers;
    }
}
