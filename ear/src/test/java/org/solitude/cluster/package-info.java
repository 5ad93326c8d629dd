/**
 * Tests two nodes on one database: each continues the work of a dead node, and neither repeats the other's work.
 */
@NullMarked
package org.solitude.cluster;

import org.jspecify.annotations.NullMarked;
