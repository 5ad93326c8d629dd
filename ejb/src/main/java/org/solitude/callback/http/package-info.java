/** Calls the receivers over HTTP, and nobody whom a client must not make us call. */
@NullMarked
package org.solitude.callback.http;

import org.jspecify.annotations.NullMarked;
