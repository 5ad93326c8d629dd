/**
 * Callbacks, against receivers that are up, down, slow, gone or not what they seem. The receiver here checks signatures by
 * the standard's own words, not by our code.
 */
@NullMarked
package org.solitude.webhook;

import org.jspecify.annotations.NullMarked;
