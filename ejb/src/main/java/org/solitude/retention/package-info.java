/** Erases the requests of ended tasks, and deletes the tasks when their retention is over. See docs/operations.md. */
@NullMarked
package org.solitude.retention;

import org.jspecify.annotations.NullMarked;
