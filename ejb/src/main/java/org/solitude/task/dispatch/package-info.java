/** Sends due tasks to the message queue. The row stays the truth: a message may be lost at any instant. */
@NullMarked
package org.solitude.task.dispatch;

import org.jspecify.annotations.NullMarked;
