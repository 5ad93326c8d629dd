package org.solitude.web.api.webhook;

import org.jspecify.annotations.Nullable;
import org.solitude.webhook.WebhookSecret;

/**
 * A secret as it is listed: without itself.
 *
 * @param expires when it ceases to sign, null while nothing has replaced it
 * @param owner whose callbacks it signs
 */
public record SecretDocument(String created, @Nullable String expires, String owner, String resourceUri, String uuid) {

    static SecretDocument of(WebhookSecret secret) {
        return new SecretDocument(
                secret.created().toString(),
                secret.expiresAt() == null ? null : secret.expiresAt().toString(),
                secret.owner(),
                WebhookSecretResource.PATH + secret.uuid() + "/",
                secret.uuid().toString());
    }
}
