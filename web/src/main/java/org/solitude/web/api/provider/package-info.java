/** Payment providers over HTTP: the configured resources of a provider are served below {@code /provider/}. */
@NullMarked
package org.solitude.web.api.provider;

import org.jspecify.annotations.NullMarked;
