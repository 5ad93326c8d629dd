/** Contradictions between our payments and their providers, for operators. */
@NullMarked
package org.solitude.web.api.contradiction;

import org.jspecify.annotations.NullMarked;
