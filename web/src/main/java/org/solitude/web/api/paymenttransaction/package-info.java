/** Payment transactions over HTTP. */
@NullMarked
package org.solitude.web.api.paymenttransaction;

import org.jspecify.annotations.NullMarked;
