/**
 * Webhooks: a signed call to the URL that a client named, when its task has ended (Standard Webhooks).
 *
 * <p>{@link org.solitude.webhook.WebhookScheduler} schedules a delivery inside the transaction that ends the task, so
 * that each end has exactly one. After that the {@link org.solitude.webhook.Delivery} row is the truth: {@link
 * org.solitude.webhook.WebhookSender} sends it after the commit, and {@link org.solitude.webhook.DeliveryPoller} finds
 * retries and what was missed. The task packages do not depend on this one.
 */
@NullMarked
package org.solitude.webhook;

import org.jspecify.annotations.NullMarked;
