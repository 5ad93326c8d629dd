/** Headers that every response has. */
@NullMarked
package org.solitude.web.http.headers;

import org.jspecify.annotations.NullMarked;
