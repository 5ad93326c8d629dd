/** What the tests add to the EJB jar: beans that the core of the delay asks, which a WAR's would not be for it to see. */
@NullMarked
package org.solitude.probe.core;

import org.jspecify.annotations.NullMarked;
