/** Who did what, for those who ask later. One line an act, in a log of its own, without secrets. */
@NullMarked
package org.solitude.audit;

import org.jspecify.annotations.NullMarked;
