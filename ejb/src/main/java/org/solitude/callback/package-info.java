/**
 * What a client is told when its task has ended, without asking: a signed call to the URL it named (Standard Webhooks).
 *
 * <p>{@link org.solitude.callback.WebhookScheduler} decides a delivery inside the transaction that ends the task, so that there
 * is one for each end and for nothing else. From then on the {@link org.solitude.callback.Delivery} row is the truth: the
 * {@link org.solitude.callback.WebhookSender} is told at once, and {@link org.solitude.callback.DeliveryPoller} finds what it
 * did not get to. Nothing of the delay core knows this package.
 */
@NullMarked
package org.solitude.callback;

import org.jspecify.annotations.NullMarked;
