/**
 * The contract on the wire: the header that delays a write, the two polling URLs, and the replay through RESTEasy. The
 * only package that imports {@code org.jboss.resteasy}; resources know nothing of it.
 */
@NullMarked
package org.solitude.web.async;

import org.jspecify.annotations.NullMarked;
