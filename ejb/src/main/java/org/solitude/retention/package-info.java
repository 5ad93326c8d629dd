/** What is kept of a task that has ended, and for how long. docs/operations.md has the table. */
@NullMarked
package org.solitude.retention;

import org.jspecify.annotations.NullMarked;
