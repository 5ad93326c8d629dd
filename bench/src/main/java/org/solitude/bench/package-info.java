/**
 * Measures how fast a server accepts, runs and answers requests. One run measures all of them, because only ratios
 * within one run on one machine are comparable.
 */
@NullMarked
package org.solitude.bench;

import org.jspecify.annotations.NullMarked;
