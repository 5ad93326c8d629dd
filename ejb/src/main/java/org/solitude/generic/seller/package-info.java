/** The one who is paid. */
@NullMarked
package org.solitude.generic.seller;

import org.jspecify.annotations.NullMarked;
