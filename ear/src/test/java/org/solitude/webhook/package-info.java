/**
 * Tests webhooks with receivers that accept, refuse, hang or are gone. The receiver verifies signatures with the
 * library of Standard Webhooks, not with the code that made them.
 */
@NullMarked
package org.solitude.webhook;

import org.jspecify.annotations.NullMarked;
