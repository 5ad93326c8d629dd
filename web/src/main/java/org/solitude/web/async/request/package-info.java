/** Turns a write with {@code Solitude-Async} into a task and answers 202. */
@NullMarked
package org.solitude.web.async.request;

import org.jspecify.annotations.NullMarked;
