/**
 * What buyers, sellers, products and transactions share: storing entities, unique keys, and telling failures of the
 * infrastructure from others. No JAX-RS and no JSON.
 */
@NullMarked
package org.solitude.persistence;

import org.jspecify.annotations.NullMarked;
