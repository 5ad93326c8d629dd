/**
 * A payment provider to develop against: a real HTTP server with sellers, products, transactions and terms that charges, is
 * slow and fails as configured, and tells by notices what became of a payment. Its {@link
 * org.solitude.provider.reference.Ledger} is the other side of the books: whatever Solitude believes, this is what was
 * charged. It keeps everything in memory, because it is the thing that Solitude is tested against and not under test itself.
 */
@NullMarked
package org.solitude.testkit.provider;

import org.jspecify.annotations.NullMarked;
