/** The one who is paid. */
@NullMarked
package org.solitude.seller;

import org.jspecify.annotations.NullMarked;
