/** Services: the health of the server, and how it sees a caller. */
@NullMarked
package org.solitude.web.api.services;

import org.jspecify.annotations.NullMarked;
