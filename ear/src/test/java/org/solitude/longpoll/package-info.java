/** Clients that like to wait: they are held without a thread, and answered when there is something to tell. */
@NullMarked
package org.solitude.longpoll;

import org.jspecify.annotations.NullMarked;
