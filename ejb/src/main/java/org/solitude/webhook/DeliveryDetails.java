package org.solitude.webhook;

import java.util.List;

/**
 * What is stored beside a delivery.
 *
 * @param url the URL of the receiver, without its query, which may contain a secret; empty if the task was deleted
 *     meanwhile
 * @param attempts the finished attempts, in order
 */
public record DeliveryDetails(String url, List<DeliveryAttempt> attempts) {}
