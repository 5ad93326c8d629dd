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
 * Encrypts the requests and responses of tasks for the database, except the method and path that lists show.
 *
 * <p>The associated data of each part is its task and column, so that none can be moved to another place.
 */
@ApplicationScoped
class TaskEncryption {

    @Inject
    private Encryptor encryptor;

    RequestRow encrypt(DelayedTask task, StoredRequest request) {
        String target = request.origin() + "\n" + (request.query() == null ? "" : "?" + request.query()) + "\n";
        byte[] head = concat(target.getBytes(StandardCharsets.UTF_8), Header.toBytes(request.headers()));
        return new RequestRow(
                task.id(),
                encryptor.encrypt(head, associatedData("request.head", task.uuid())),
                encryptor.encrypt(request.body(), associatedData("request.body", task.uuid())));
    }

    StoredRequest decrypt(DelayedTask task, RequestRow row) {
        String head = new String(
                encryptor.decrypt(row.head(), associatedData("request.head", task.uuid())), StandardCharsets.UTF_8);
        String[] lines = head.split("\n", 3);
        return new StoredRequest(
                task.method(),
                lines[0],
                task.path(),
                lines[1].isEmpty() ? null : lines[1].substring(1),
                Header.fromBytes(lines[2].getBytes(StandardCharsets.UTF_8)),
                encryptor.decrypt(row.body(), associatedData("request.body", task.uuid())));
    }

    ResponseRow encrypt(DelayedTask task, StoredResponse response) {
        return new ResponseRow(
                task.id(),
                response.status(),
                encryptor.encrypt(Header.toBytes(response.headers()), associatedData("response.headers", task.uuid())),
                encryptor.encrypt(response.body(), associatedData("response.body", task.uuid())));
    }

    StoredResponse decrypt(DelayedTask task, ResponseRow row) {
        return new StoredResponse(
                row.status(),
                Header.fromBytes(encryptor.decrypt(row.headers(), associatedData("response.headers", task.uuid()))),
                encryptor.decrypt(row.body(), associatedData("response.body", task.uuid())));
    }

    boolean isOutdated(RequestRow row) {
        return encryptor.isOutdated(row.head()) || encryptor.isOutdated(row.body());
    }

    boolean isOutdated(ResponseRow row) {
        return encryptor.isOutdated(row.headers()) || encryptor.isOutdated(row.body());
    }

    private static byte[] associatedData(String column, UUID task) {
        return ("delayed_" + column + "/" + task).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] concat(byte[] first, byte[] second) {
        byte[] both = new byte[first.length + second.length];
        System.arraycopy(first, 0, both, 0, first.length);
        System.arraycopy(second, 0, both, first.length, second.length);
        return both;
    }
}
