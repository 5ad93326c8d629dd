package org.solitude.web.api.webhook;

import org.solitude.webhook.WebhookSecrets;

/**
 * A new secret, as it is shown once.
 *
 * @param secret {@code whsec_} and the key in base64
 */
public record NewSecretDocument(String created, String resourceUri, String secret, String uuid) {

    static NewSecretDocument of(WebhookSecrets.NewSecret created) {
        SecretDocument listed = SecretDocument.of(created.secret());
        return new NewSecretDocument(listed.created(), listed.resourceUri(), created.plain(), listed.uuid());
    }
}
