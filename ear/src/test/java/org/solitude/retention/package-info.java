/** Tests what is kept of an ended task, and for how long. */
@NullMarked
package org.solitude.retention;

import org.jspecify.annotations.NullMarked;
