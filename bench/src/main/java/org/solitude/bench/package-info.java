/**
 * The load harness: how fast the server accepts, runs and answers, side by side in one run, because only ratios within one
 * run on one machine say anything.
 */
@NullMarked
package org.solitude.bench;

import org.jspecify.annotations.NullMarked;
