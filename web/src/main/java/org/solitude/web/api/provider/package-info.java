/** Payment providers over HTTP: what of them is configured stands below {@code /provider/}, and nothing else. */
@NullMarked
package org.solitude.web.api.provider;

import org.jspecify.annotations.NullMarked;
