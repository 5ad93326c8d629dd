/** Cancels tasks, unless an effect has started that no rollback undoes. */
@NullMarked
package org.solitude.task.cancellation;

import org.jspecify.annotations.NullMarked;
