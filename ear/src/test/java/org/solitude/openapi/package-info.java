/** The OpenAPI document says what the server does: all of it, and nothing else. */
@NullMarked
package org.solitude.openapi;

import org.jspecify.annotations.NullMarked;
