/** Records the calls of clients and their results in the audit log. */
@NullMarked
package org.solitude.web.http.audit;

import org.jspecify.annotations.NullMarked;
