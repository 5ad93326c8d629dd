/** Tests the commands and outputs of docs/tutorial.md. */
@NullMarked
package org.solitude.tutorial;

import org.jspecify.annotations.NullMarked;
