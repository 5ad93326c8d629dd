/** What those who run the server ask of it. */
@NullMarked
package org.solitude.web.operations;

import org.jspecify.annotations.NullMarked;
