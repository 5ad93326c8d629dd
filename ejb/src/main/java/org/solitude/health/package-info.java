/** Health checks: one for each dependency of the server, run together. */
@NullMarked
package org.solitude.health;

import org.jspecify.annotations.NullMarked;
