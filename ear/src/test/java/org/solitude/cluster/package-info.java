/**
 * Tests two nodes on one database: each continues the work of a dead node, and neither repeats the other's work. They
 * run on PostgreSQL only, because one server has exclusive use of an H2 database.
 */
@NullMarked
package org.solitude.cluster;

import org.jspecify.annotations.NullMarked;
