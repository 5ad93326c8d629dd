/** Where transactions are opened by hand: the delay core, the unit of work, and the provider journal; nowhere else. */
@NullMarked
package org.solitude.persistence.jta;

import org.jspecify.annotations.NullMarked;
