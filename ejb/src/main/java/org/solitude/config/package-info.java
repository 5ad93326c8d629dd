/** Sources of settings besides the environment and files: secrets in WildFly's credential store. */
@NullMarked
package org.solitude.config;

import org.jspecify.annotations.NullMarked;
