/** Publishes dead tasks to the dead letter queue, and runs them again when an operator redrives them. */
@NullMarked
package org.solitude.task.deadletter;

import org.jspecify.annotations.NullMarked;
