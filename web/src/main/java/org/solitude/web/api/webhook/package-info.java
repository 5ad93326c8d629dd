/** Callbacks over HTTP: the secrets that sign them, and the deliveries that were made. */
@NullMarked
package org.solitude.web.api.webhook;

import org.jspecify.annotations.NullMarked;
