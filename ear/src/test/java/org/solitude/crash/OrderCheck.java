package org.solitude.crash;

import jakarta.json.JsonObject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Holds what became of each line against its order. A task must have been attempted last after its predecessor's end, and
 * the effects of a line, also those of writes that nobody was promised, must have come about in the order of the writes.
 */
final class OrderCheck {
    private final Map<String, JsonObject> tasks = new HashMap<>();
    private final Map<String, Integer> buyers = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    static List<String> violationsOf(List<OrderedWriter> lines, SolitudeClient solitude) {
        OrderCheck verdict = new OrderCheck(solitude);
        lines.forEach(line -> {
            verdict.checkTimes(line.writes());
            verdict.checkEffects(line.writes());
        });
        return verdict.violations;
    }

    private OrderCheck(SolitudeClient solitude) {
        new ListPages(solitude, "/delay/result/?limit=100").forEach(task -> tasks.put(task.getString("uuid"), task));
        new ListPages(solitude, "/generic/buyer/?limit=100")
                .forEach(buyer -> buyers.put(buyer.getString("uuid").split("#", 2)[0], buyer.getInt("resource_pk")));
    }

    private void checkTimes(List<AttemptedWrite> writes) {
        List<JsonObject> accepted = writes.stream()
                .flatMap(write -> write.task().stream())
                .map(tasks::get)
                .filter(Objects::nonNull)
                .toList();
        for (int i = 1; i < accepted.size(); i++) {
            JsonObject before = accepted.get(i - 1);
            JsonObject after = accepted.get(i);
            if (time(after, "started").isBefore(time(before, "finished"))) {
                violations.add(after + " was begun before the end of " + before);
            }
        }
    }

    private void checkEffects(List<AttemptedWrite> writes) {
        List<Integer> made = writes.stream()
                .filter(write -> write.kind() != WriteKind.DUPLICATE)
                .map(write -> buyers.get(write.uuid()))
                .filter(Objects::nonNull)
                .toList();
        if (!made.stream().sorted().toList().equals(made)) {
            violations.add("the effects of " + writes + " came about in another order: " + made);
        }
    }

    private static Instant time(JsonObject task, String field) {
        return Instant.parse(task.getString(field));
    }
}
