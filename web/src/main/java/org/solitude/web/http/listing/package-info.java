/** Paging and filtering of lists: the query of a request and the document of the response. */
@NullMarked
package org.solitude.web.http.listing;

import org.jspecify.annotations.NullMarked;
