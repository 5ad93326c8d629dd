/** Tests generated malformed and hostile requests: each must get an error response without side effects. */
@NullMarked
package org.solitude.fuzz;

import org.jspecify.annotations.NullMarked;
