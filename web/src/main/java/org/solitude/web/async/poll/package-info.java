/** The polling URLs {@code /delay/result/} and {@code /delay/replay/}. */
@NullMarked
package org.solitude.web.async.poll;

import org.jspecify.annotations.NullMarked;
