/** Tests properties of the database beyond its tables. */
@NullMarked
package org.solitude.schema;

import org.jspecify.annotations.NullMarked;
