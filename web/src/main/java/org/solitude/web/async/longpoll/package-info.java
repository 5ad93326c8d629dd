/** Long polling: suspends a request with {@code Prefer: wait=N} until its task has ended or N seconds have passed. */
@NullMarked
package org.solitude.web.async.longpoll;

import org.jspecify.annotations.NullMarked;
