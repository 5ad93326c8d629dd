/** Transactions over HTTP. */
@NullMarked
package org.solitude.web.generic.transaction;

import org.jspecify.annotations.NullMarked;
