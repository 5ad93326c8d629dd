/**
 * Puts a transaction around every write, without a line of code in the resource: it begins once the request is known
 * to be for a resource method ({@link org.solitude.web.transaction.TransactionBeginFilter}), is flushed while exceptions can
 * still be mapped ({@link org.solitude.web.transaction.TransactionFlushFilter}) and ends when the whole response is known
 * ({@link org.solitude.web.transaction.TransactionFilter}). In a replay only the first two matter: the transaction is the
 * task's.
 */
@NullMarked
package org.solitude.web.transaction;

import org.jspecify.annotations.NullMarked;
