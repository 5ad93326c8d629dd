/**
 * What a client is told when its task has ended, without asking: a signed call to the URL it named (Standard Webhooks).
 *
 * <p>{@link org.solitude.webhook.WebhookScheduler} decides a delivery inside the transaction that ends the task, so that there
 * is one for each end and for nothing else. From then on the {@link org.solitude.webhook.Delivery} row is the truth: the
 * {@link org.solitude.webhook.WebhookSender} is told at once, and {@link org.solitude.webhook.DeliveryPoller} finds what it
 * did not get to. Nothing of the delay core knows this package.
 */
@NullMarked
package org.solitude.webhook;

import org.jspecify.annotations.NullMarked;
