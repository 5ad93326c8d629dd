/** Where transactions are opened by hand: the delay core, the unit of work, and the provider journal; nowhere else. */
@NullMarked
package org.solitude.transaction;

import org.jspecify.annotations.NullMarked;
