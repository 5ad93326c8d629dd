/** What holds for the headers of every request and of every response, whatever the resource. */
@NullMarked
package org.solitude.web.http.headers;

import org.jspecify.annotations.NullMarked;
