/** Resources and filters for the operation of the server. */
@NullMarked
package org.solitude.web.api.operations;

import org.jspecify.annotations.NullMarked;
