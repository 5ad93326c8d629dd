/**
 * Who calls, and what they may do: the only package that knows Elytron. It asks Elytron, it decides nothing itself and
 * sees no password and no token.
 */
@NullMarked
package org.solitude.web.http.security;

import org.jspecify.annotations.NullMarked;
