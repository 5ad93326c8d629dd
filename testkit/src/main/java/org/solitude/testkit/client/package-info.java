/**
 * A client of Solitude in the words of its contract: accepted, result, replay.
 *
 * <p>It exists so that tests and benchmarks read like the contract they hold the server to. It adds nothing to HTTP: what
 * the server said is always at hand, byte by byte, as an {@link org.solitude.testkit.client.ApiResponse}.
 */
@NullMarked
package org.solitude.testkit.client;

import org.jspecify.annotations.NullMarked;
