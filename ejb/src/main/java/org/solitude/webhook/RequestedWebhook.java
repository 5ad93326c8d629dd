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

/** The webhook that a client requested for a task. The URL may contain a secret, so it is encrypted. */
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

    RequestedWebhook(DelayedTask task, URI url, Encryptor encryptor, KeyedHash hash) {
        this.taskId = task.id();
        this.url = encryptor.encrypt(url.toString().getBytes(UTF_8), associatedData());
        this.urlHash = hash.of(HASH_PURPOSE, url.toString());
    }

    long taskId() {
        return taskId;
    }

    WebhookUrl url(Encryptor encryptor) {
        return new WebhookUrl(URI.create(new String(encryptor.decrypt(url, associatedData()), UTF_8)));
    }

    /** Returns the hash that finds other tasks with the same URL, except tasks stored before the key was changed. */
    String urlHash() {
        return urlHash;
    }

    /** Re-encrypts the URL and hashes it anew if an older key encrypted it. Returns whether it did. */
    boolean reencrypt(Encryptor encryptor, KeyedHash hash) {
        if (!encryptor.isOutdated(url)) {
            return false;
        }
        byte[] plain = encryptor.decrypt(url, associatedData());
        url = encryptor.encrypt(plain, associatedData());
        urlHash = hash.of(HASH_PURPOSE, new String(plain, UTF_8));
        return true;
    }

    private byte[] associatedData() {
        return ("callback_request.url/" + taskId).getBytes(UTF_8);
    }
}
