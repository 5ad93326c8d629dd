/** Dispatches due tasks: sends their ids to the message queue. A message may be lost at any time; the row may not. */
@NullMarked
package org.solitude.task.dispatch;

import org.jspecify.annotations.NullMarked;
