/** Tests what holds for HTTP whatever the resource: errors, conditional reads, compression. */
@NullMarked
package org.solitude.http;

import org.jspecify.annotations.NullMarked;
