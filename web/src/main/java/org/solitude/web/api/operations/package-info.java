/** What those who run the server ask of it. */
@NullMarked
package org.solitude.web.api.operations;

import org.jspecify.annotations.NullMarked;
