/** The REST API: what HTTP says, translated to what the domain means, and back. */
@NullMarked
package org.solitude.web;

import org.jspecify.annotations.NullMarked;
