/** The only package that begins, suspends and ends transactions. */
@NullMarked
package org.solitude.persistence.jta;

import org.jspecify.annotations.NullMarked;
