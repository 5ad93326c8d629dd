/** How a client pages through lists: what it may ask for, and how the answer looks. */
@NullMarked
package org.solitude.web.http.listing;

import org.jspecify.annotations.NullMarked;
