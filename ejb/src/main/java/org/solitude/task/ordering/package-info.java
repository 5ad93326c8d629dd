/** Runs the tasks of one ordering key one after another. */
@NullMarked
package org.solitude.task.ordering;

import org.jspecify.annotations.NullMarked;
