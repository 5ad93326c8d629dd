/**
 * What Undertow does with a connection before and after a request has a thread, on the level of its handlers and
 * conduits. docs/adr/0018-no-thread-waits-for-a-client.md explains it.
 */
@NullMarked
package org.solitude.web.http.connection;

import org.jspecify.annotations.NullMarked;
