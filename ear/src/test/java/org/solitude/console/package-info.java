/** What the operator sees and does: the queue through WildFly's management, and the admin console in a real browser. */
@NullMarked
package org.solitude.console;

import org.jspecify.annotations.NullMarked;
