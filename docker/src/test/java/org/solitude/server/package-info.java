/** Tests with real server processes, whose ports have an offset of 1000 or more. */
@NullMarked
package org.solitude.server;

import org.jspecify.annotations.NullMarked;
