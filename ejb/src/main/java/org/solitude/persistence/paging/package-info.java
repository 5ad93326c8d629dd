/** Pages of lists at a constant cost, with ten rows or ten million: counted up to a limit, and continued by id. */
@NullMarked
package org.solitude.persistence.paging;

import org.jspecify.annotations.NullMarked;
