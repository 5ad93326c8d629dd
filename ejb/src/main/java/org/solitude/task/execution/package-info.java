/** Runs one attempt of a task under a lease, and writes its outcome: completed, to be retried, deferred or dead. */
@NullMarked
package org.solitude.task.execution;

import org.jspecify.annotations.NullMarked;
