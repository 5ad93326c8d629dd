/** Beans that the tests add to the EJB jar, because the core cannot see beans of the WAR. */
@NullMarked
package org.solitude.probe.core;

import org.jspecify.annotations.NullMarked;
