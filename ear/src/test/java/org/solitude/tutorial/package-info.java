/** What docs/tutorial.md promises, tried word by word. */
@NullMarked
package org.solitude.tutorial;

import org.jspecify.annotations.NullMarked;
