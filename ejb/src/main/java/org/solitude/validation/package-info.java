/** Collects violations of validation rules by field, and the exceptions that report them. */
@NullMarked
package org.solitude.validation;

import org.jspecify.annotations.NullMarked;
