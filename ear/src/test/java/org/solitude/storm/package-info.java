/** Payments through a provider that is slow, drops connections and forgets, while the server is killed: the sums agree. */
@NullMarked
package org.solitude.storm;

import org.jspecify.annotations.NullMarked;
