/** Tests the health checks and the description of the caller's request. */
@NullMarked
package org.solitude.services;

import org.jspecify.annotations.NullMarked;
