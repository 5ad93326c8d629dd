/** The database's schema, which belongs to Flyway and to nobody else. */
@NullMarked
package org.solitude.persistence.schema;

import org.jspecify.annotations.NullMarked;
