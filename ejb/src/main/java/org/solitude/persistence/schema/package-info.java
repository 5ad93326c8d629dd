/** The database schema, migrated by Flyway only. */
@NullMarked
package org.solitude.persistence.schema;

import org.jspecify.annotations.NullMarked;
