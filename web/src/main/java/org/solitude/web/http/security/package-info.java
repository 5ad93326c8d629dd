/**
 * Identifies callers and checks what they may do, through Elytron. With the credential store reader in the ejb module,
 * the only code that imports Elytron. It sees no passwords and no tokens.
 */
@NullMarked
package org.solitude.web.http.security;

import org.jspecify.annotations.NullMarked;
