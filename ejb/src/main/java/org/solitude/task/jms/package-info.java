/** The broker's side of the delay core: tasks are announced on one queue, the dead reported on another. */
@NullMarked
package org.solitude.task.jms;

import org.jspecify.annotations.NullMarked;
