/** Webhooks over HTTP: the secrets that sign them, and their deliveries. */
@NullMarked
package org.solitude.web.api.webhook;

import org.jspecify.annotations.NullMarked;
