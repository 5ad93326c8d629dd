/**
 * Limits of requests and responses: sizes, and how often a client may poll. Checked before a body is read or stored, in
 * both modes.
 */
@NullMarked
package org.solitude.web.http.limits;

import org.jspecify.annotations.NullMarked;
