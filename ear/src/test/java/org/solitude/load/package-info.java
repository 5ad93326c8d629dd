/**
 * Tests that slow providers and shutdown do not disturb other work: a waiting task holds a thread, but no database
 * connection.
 */
@NullMarked
package org.solitude.load;

import org.jspecify.annotations.NullMarked;
