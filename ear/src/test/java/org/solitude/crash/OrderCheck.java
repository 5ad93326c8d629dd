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
 * Checks that the tasks of each ordering key ran in the order of their writes. The last attempt of a task must start
 * after its predecessor's end, and the effects of a key must be in the order of the writes, including writes without a
 * response.
 */
final class OrderCheck {
    private final Map<String, JsonObject> tasks = new HashMap<>();
    private final Map<String, Integer> buyers = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    static List<String> violationsOf(List<OrderedWriter> writers, SolitudeClient solitude) {
        OrderCheck check = new OrderCheck(solitude);
        writers.forEach(writer -> {
            check.checkTimes(writer.writes());
            check.checkEffects(writer.writes());
        });
        return check.violations;
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
                violations.add(after + " started before the end of " + before);
            }
        }
    }

    private void checkEffects(List<AttemptedWrite> writes) {
        List<Integer> ids = writes.stream()
                .filter(write -> write.kind() != WriteKind.DUPLICATE)
                .map(write -> buyers.get(write.uuid()))
                .filter(Objects::nonNull)
                .toList();
        if (!ids.stream().sorted().toList().equals(ids)) {
            violations.add("the effects of " + writes + " are in another order: " + ids);
        }
    }

    private static Instant time(JsonObject task, String field) {
        return Instant.parse(task.getString(field));
    }
}
