/** Finds tasks whose messages were lost, at startup and while the server runs, and dispatches them again. */
@NullMarked
package org.solitude.task.recovery;

import org.jspecify.annotations.NullMarked;
