/**
 * Replays a task through RESTEasy's dispatcher. Besides {@link org.solitude.web.async.longpoll}, which suspends
 * requests, the only package that imports {@code org.jboss.resteasy}.
 */
@NullMarked
package org.solitude.web.async.replay;

import org.jspecify.annotations.NullMarked;
