package org.solitude.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.net.URI;
import org.solitude.crypto.Encryptor;
import org.solitude.crypto.KeyedHash;
import org.solitude.task.DelayedTask;

/** Whom the client of a task wants to be called when it has ended. The URL may hold a secret, so it is sealed. */
@Entity
@Table(name = "callback_request")
class RequestedWebhook {

    private static final String HASH_PURPOSE = "callback_request.url";

    @Id
    @Column(name = "task_id")
    private long taskId;

    @Column(nullable = false)
    private byte[] url;

    @Column(name = "url_hash", nullable = false)
    private String urlHash;

    protected RequestedWebhook() {}

    RequestedWebhook(DelayedTask task, URI url, Encryptor sealer, KeyedHash hash) {
        this.taskId = task.id();
        this.url = sealer.encrypt(url.toString().getBytes(UTF_8), associatedData());
        this.urlHash = hash.of(HASH_PURPOSE, url.toString());
    }

    long taskId() {
        return taskId;
    }

    WebhookUrl url(Encryptor sealer) {
        return new WebhookUrl(URI.create(new String(sealer.decrypt(url, associatedData()), UTF_8)));
    }

    /** Finds other tasks with the same URL, those kept before a change of key excepted. */
    String urlHash() {
        return urlHash;
    }

    /** Seals the URL again where an older key had sealed it. */
    boolean reencrypt(Encryptor sealer, KeyedHash hash) {
        if (!sealer.isOutdated(url)) {
            return false;
        }
        byte[] plain = sealer.decrypt(url, associatedData());
        url = sealer.encrypt(plain, associatedData());
        urlHash = hash.of(HASH_PURPOSE, new String(plain, UTF_8));
        return true;
    }

    private byte[] associatedData() {
        return ("callback_request.url/" + taskId).getBytes(UTF_8);
    }
}
