/** Conditional requests (RFC 9110, 13): {@code If-Match} before a change, {@code If-None-Match} on a read. */
@NullMarked
package org.solitude.web.http.conditional;

import org.jspecify.annotations.NullMarked;
