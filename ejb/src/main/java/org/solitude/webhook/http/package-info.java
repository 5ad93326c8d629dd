/** Calls the receivers over HTTP, and nobody whom a client must not make us call. */
@NullMarked
package org.solitude.webhook.http;

import org.jspecify.annotations.NullMarked;
