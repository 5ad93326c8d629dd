/** Runs one attempt of a task and records its outcome: completed, to be retried, or dead. */
@NullMarked
package org.solitude.task.execution;

import org.jspecify.annotations.NullMarked;
