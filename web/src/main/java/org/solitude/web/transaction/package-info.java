/**
 * Runs every unsafe call (POST, PUT, PATCH, DELETE) in one JTA transaction, without a line of code in the resource. The
 * stages in their order:
 *
 * <pre>
 * AuditFilter → ShutdownFilter, TransactionFilter           servlet filters; TransactionFilter buffers the response
 *                                       │                   (BufferedResponse)
 *                                       ▼
 *   MalformedPathFilter → RequestSizeFilter → …             before RESTEasy matches the resource: 400 413 414 431
 *                                       │
 *                                       ▼
 *   RESTEasy matches the resource and checks roles          404 405 406 415 403
 *                                       │
 *                                       ▼
 *   IdempotencyFilter                                       claims the Idempotency-Key of a synchronous call; a
 *                                       │                   repeat is answered, or suspended until the first has ended
 *                                       │
 *                                       ▼
 *   AsyncRequestFilter  ── Solitude-Async ──▶ 202           submits a task; nothing below runs
 *                                       │
 *                                       ▼
 *   TransactionBeginFilter                                  begins the transaction
 *                                       │
 *                                       ▼
 *   the resource
 *                                       │
 *                                       ▼
 *   TransactionFlushFilter                                  flushes while exceptions can still be mapped
 *                                       │
 *                                       ▼
 * TransactionFilter                                         below 400: stores the response with its key
 *                                       │                   (ClaimedKey.saveResponse), then commits;
 *                                       │                   from 400 on: rolls back, then stores the response;
 *                                       │                   where the commit fails: looks what became of it, 503
 *                                       │                   unless it took effect
 *                                       ▼
 *   ClaimedKey.end                                          releases the key
 *                                       │
 *                                       ▼
 *   BufferedResponse.release                                sends the response
 * </pre>
 *
 * In a replay no servlet filter runs: {@link org.solitude.web.transaction.TransactionBeginFilter} and
 * {@link org.solitude.web.transaction.TransactionFlushFilter} work on the transaction of the task.
 */
@NullMarked
package org.solitude.web.transaction;

import org.jspecify.annotations.NullMarked;
