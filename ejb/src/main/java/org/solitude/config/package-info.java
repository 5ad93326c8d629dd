/** Where settings come from beyond the environment and files: secrets, from WildFly's credential store. */
@NullMarked
package org.solitude.config;

import org.jspecify.annotations.NullMarked;
