/** Lists that cost the same with ten rows and ten million: counted up to a limit, and paged by key beyond it. */
@NullMarked
package org.solitude.persistence.paging;

import org.jspecify.annotations.NullMarked;
