/**
 * Paging of lists at a cost that does not grow with the table: rows are counted and skipped up to a limit, and paged by
 * key beyond it.
 */
@NullMarked
package org.solitude.persistence.paging;

import org.jspecify.annotations.NullMarked;
