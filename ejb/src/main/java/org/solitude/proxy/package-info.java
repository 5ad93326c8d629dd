/**
 * A server without a database: it stands before the providers, has their credentials, and keeps nothing. A server with a
 * database and without credentials calls it as if it were the provider.
 */
@NullMarked
package org.solitude.proxy;

import org.jspecify.annotations.NullMarked;
