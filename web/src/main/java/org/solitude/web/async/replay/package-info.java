/** Replays a task through RESTEasy. The only package that imports {@code org.jboss.resteasy}. */
@NullMarked
package org.solitude.web.async.replay;

import org.jspecify.annotations.NullMarked;
