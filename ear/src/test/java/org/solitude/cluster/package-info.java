/**
 * Two nodes on one database: each does what the other cannot do any more, and neither does what the other did. PostgreSQL
 * only, as an H2 belongs to one server.
 */
@NullMarked
package org.solitude.cluster;

import org.jspecify.annotations.NullMarked;
