/**
 * A payment provider for development and tests: an HTTP server with sellers, products, transactions and terms. It
 * charges, delays and fails as configured, and sends signed events about payments. Its
 * {@link org.solitude.testkit.provider.ChargeLedger} records what was charged, so that tests can compare it with
 * Solitude's payments. It stores everything in memory.
 */
@NullMarked
package org.solitude.testkit.provider;

import org.jspecify.annotations.NullMarked;
