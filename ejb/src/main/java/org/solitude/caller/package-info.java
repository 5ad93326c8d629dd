/** Callers in a form that is stored with a task and outlives the request. It contains no credentials. */
@NullMarked
package org.solitude.caller;

import org.jspecify.annotations.NullMarked;
