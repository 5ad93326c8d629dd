/** Tests of the settings: that they are consistent, and that what is not is found. */
@NullMarked
package org.solitude.settings;

import org.jspecify.annotations.NullMarked;
