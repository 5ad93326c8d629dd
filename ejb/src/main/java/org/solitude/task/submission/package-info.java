/** Accepts a request as a task: one durable write, within the limits of the backlog. */
@NullMarked
package org.solitude.task.submission;

import org.jspecify.annotations.NullMarked;
