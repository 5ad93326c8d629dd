/** Tests one EAR on two servers: a proxy with the provider's credentials and no database, and a server behind it. */
@NullMarked
package org.solitude.proxy;

import org.jspecify.annotations.NullMarked;
