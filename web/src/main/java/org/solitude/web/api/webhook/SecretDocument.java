package org.solitude.web.api.webhook;

import org.jspecify.annotations.Nullable;
import org.solitude.webhook.WebhookSecret;

/**
 * A secret in a list, without the secret itself.
 *
 * @param expires when it stops signing, null while no newer secret replaces it
 * @param owner the owner of the webhooks that it signs
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
