/** The resources of the domain. They translate between HTTP and the domain, and decide nothing. */
@NullMarked
package org.solitude.web.api;

import org.jspecify.annotations.NullMarked;
