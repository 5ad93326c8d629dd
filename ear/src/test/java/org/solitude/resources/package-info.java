/** Tests what each resource promises, with the same tests for synchronous and asynchronous calls. */
@NullMarked
package org.solitude.resources;

import org.jspecify.annotations.NullMarked;
