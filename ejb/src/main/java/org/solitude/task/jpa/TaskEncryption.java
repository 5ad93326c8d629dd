package org.solitude.task.jpa;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.solitude.crypto.Encryptor;
import org.solitude.task.DelayedTask;
import org.solitude.task.Header;
import org.solitude.task.StoredRequest;
import org.solitude.task.StoredResponse;

/**
 * Requests and responses as they stand in the database: nothing of them can be read there but the method and path the
 * list shows. Each part is bound to its task and its column, so that none can be put in another's place.
 */
@ApplicationScoped
class TaskEncryption {

    @Inject
    private Encryptor sealer;

    RequestRow seal(DelayedTask task, StoredRequest request) {
        String target = request.origin() + "\n" + (request.query() == null ? "" : "?" + request.query()) + "\n";
        byte[] head = concat(target.getBytes(StandardCharsets.UTF_8), Header.toBytes(request.headers()));
        return new RequestRow(
                task.id(),
                sealer.seal(head, place("request.head", task.uuid())),
                sealer.seal(request.body(), place("request.body", task.uuid())));
    }

    StoredRequest open(DelayedTask task, RequestRow row) {
        String head = new String(sealer.open(row.head(), place("request.head", task.uuid())), StandardCharsets.UTF_8);
        String[] lines = head.split("\n", 3);
        return new StoredRequest(
                task.method(),
                lines[0],
                task.path(),
                lines[1].isEmpty() ? null : lines[1].substring(1),
                Header.fromBytes(lines[2].getBytes(StandardCharsets.UTF_8)),
                sealer.open(row.body(), place("request.body", task.uuid())));
    }

    ResponseRow seal(DelayedTask task, StoredResponse response) {
        return new ResponseRow(
                task.id(),
                response.status(),
                sealer.seal(Header.toBytes(response.headers()), place("response.headers", task.uuid())),
                sealer.seal(response.body(), place("response.body", task.uuid())));
    }

    StoredResponse open(DelayedTask task, ResponseRow row) {
        return new StoredResponse(
                row.status(),
                Header.fromBytes(sealer.open(row.headers(), place("response.headers", task.uuid()))),
                sealer.open(row.body(), place("response.body", task.uuid())));
    }

    boolean isOutdated(RequestRow row) {
        return sealer.isOutdated(row.head()) || sealer.isOutdated(row.body());
    }

    boolean isOutdated(ResponseRow row) {
        return sealer.isOutdated(row.headers()) || sealer.isOutdated(row.body());
    }

    private static byte[] place(String column, UUID task) {
        return ("delayed_" + column + "/" + task).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
