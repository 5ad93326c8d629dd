/**
 * Tests of upgrades: a database that a server of an earlier version filled is migrated, and the current server works on
 * it. Each migration that lands is covered without a change here.
 */
@NullMarked
package org.solitude.upgrade;

import org.jspecify.annotations.NullMarked;
