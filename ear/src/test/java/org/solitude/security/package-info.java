/** Attacks, and what they get. */
@NullMarked
package org.solitude.security;

import org.jspecify.annotations.NullMarked;
