/** Tests that the OpenAPI document describes all operations and responses of the server, and no others. */
@NullMarked
package org.solitude.openapi;

import org.jspecify.annotations.NullMarked;
