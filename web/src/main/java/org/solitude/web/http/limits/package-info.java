/** What a request may be at most. Checked before anything is read further or kept, in both modes. */
@NullMarked
package org.solitude.web.http.limits;

import org.jspecify.annotations.NullMarked;
