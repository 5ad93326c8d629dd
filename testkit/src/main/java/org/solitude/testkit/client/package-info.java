/**
 * A client of Solitude for tests and benchmarks, with the terms of the asynchronous contract: accepted, result, replay.
 *
 * <p>It hides nothing of HTTP: every {@link org.solitude.testkit.client.ApiResponse} is unchanged, byte by byte.
 */
@NullMarked
package org.solitude.testkit.client;

import org.jspecify.annotations.NullMarked;
