package org.solitude.web.api.webhook;

import org.solitude.webhook.WebhookSecrets;

/**
 * A secret as it is shown, once.
 *
 * @param secret {@code whsec_} and the key in base64
 */
public record NewSecretDocument(String created, String resourceUri, String secret, String uuid) {

    static NewSecretDocument of(WebhookSecrets.NewSecret made) {
        SecretDocument listed = SecretDocument.of(made.secret());
        return new NewSecretDocument(listed.created(), listed.resourceUri(), made.plain(), listed.uuid());
    }
}
