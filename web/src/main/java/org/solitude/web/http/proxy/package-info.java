/** What a server without a database does not do. */
@NullMarked
package org.solitude.web.http.proxy;

import org.jspecify.annotations.NullMarked;
