/** Tests long polls: they hold no thread while they wait and are answered when their task ends. */
@NullMarked
package org.solitude.longpoll;

import org.jspecify.annotations.NullMarked;
