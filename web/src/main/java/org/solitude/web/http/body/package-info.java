/**
 * Receives the bodies of requests before the requests run, so that no thread ever waits for a client that sends slowly.
 * docs/adr/0018-no-thread-waits-for-a-client.md explains it.
 */
@NullMarked
package org.solitude.web.http.body;

import org.jspecify.annotations.NullMarked;
