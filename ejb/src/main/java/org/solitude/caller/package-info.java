/** Who asks, in words that outlive the request: what is kept with a task. It holds nothing that proves who asks. */
@NullMarked
package org.solitude.caller;

import org.jspecify.annotations.NullMarked;
