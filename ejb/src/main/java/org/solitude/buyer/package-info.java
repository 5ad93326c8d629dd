/** The one who pays: known by the client's name for them, and by a PIN that only they know. */
@NullMarked
package org.solitude.buyer;

import org.jspecify.annotations.NullMarked;
