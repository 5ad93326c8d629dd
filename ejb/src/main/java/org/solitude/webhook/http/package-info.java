/** Calls receivers over HTTP, and refuses addresses that a client must not make the server call. */
@NullMarked
package org.solitude.webhook.http;

import org.jspecify.annotations.NullMarked;
