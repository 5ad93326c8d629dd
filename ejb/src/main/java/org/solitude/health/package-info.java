/** Whether the server can do its work now: one check for each thing it leans on, asked together. */
@NullMarked
package org.solitude.health;

import org.jspecify.annotations.NullMarked;
