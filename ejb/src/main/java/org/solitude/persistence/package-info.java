/**
 * Money's nouns (buyer, seller, product, transaction), one package each, and here what they share: how a rule that was
 * broken is told. No JAX-RS, no JSON: a rule is the same whoever asks.
 */
@NullMarked
package org.solitude.persistence;

import org.jspecify.annotations.NullMarked;
