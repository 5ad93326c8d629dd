/** Tells the audit log what was asked for from outside, and what came of it. */
@NullMarked
package org.solitude.web.http.audit;

import org.jspecify.annotations.NullMarked;
