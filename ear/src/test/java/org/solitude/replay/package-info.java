/** Tests that a replayed response equals the synchronous one in status, headers and body, also after a failure. */
@NullMarked
package org.solitude.replay;

import org.jspecify.annotations.NullMarked;
