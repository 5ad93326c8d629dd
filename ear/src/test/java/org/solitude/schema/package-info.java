/** What the database promises beyond its tables. */
@NullMarked
package org.solitude.schema;

import org.jspecify.annotations.NullMarked;
