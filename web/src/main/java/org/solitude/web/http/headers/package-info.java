/** Headers that every response has, and the one form in which they are written. */
@NullMarked
package org.solitude.web.http.headers;

import org.jspecify.annotations.NullMarked;
