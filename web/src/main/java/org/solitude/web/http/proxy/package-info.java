/** Proxy mode: a server without a database. */
@NullMarked
package org.solitude.web.http.proxy;

import org.jspecify.annotations.NullMarked;
