/** Tests how long an ended task, its request and its idempotency record are retained. */
@NullMarked
package org.solitude.retention;

import org.jspecify.annotations.NullMarked;
