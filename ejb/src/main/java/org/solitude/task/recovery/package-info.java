/** Dispatches the tasks again whose messages were lost: at startup, and while the server runs. */
@NullMarked
package org.solitude.task.recovery;

import org.jspecify.annotations.NullMarked;
