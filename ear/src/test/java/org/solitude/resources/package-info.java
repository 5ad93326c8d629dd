/** What each resource promises, asked at once and asked asynchronously by the same tests. */
@NullMarked
package org.solitude.resources;

import org.jspecify.annotations.NullMarked;
