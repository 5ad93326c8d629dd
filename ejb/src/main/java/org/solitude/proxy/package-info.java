/**
 * A proxy is a server without a persistent database. It holds the providers' credentials and stores nothing. A server
 * with a database and without credentials calls it as if it were the provider.
 */
@NullMarked
package org.solitude.proxy;

import org.jspecify.annotations.NullMarked;
