package org.solitude.web.http.body;

/**
 * The limits of bodies that share a budget.
 *
 * @param size of one body, in bytes
 * @param memory of all bodies together, in bytes
 * @param bodies that may be arriving at once
 * @param bodiesPerSender that may be arriving at once from one sender
 * @param pace how slowly a body may arrive
 */
record BodyLimits(long size, long memory, int bodies, int bodiesPerSender, BodyPace pace) {}
