/** Buyers: people who pay, identified by a client's uuid and authenticated by a PIN. */
@NullMarked
package org.solitude.buyer;

import org.jspecify.annotations.NullMarked;
