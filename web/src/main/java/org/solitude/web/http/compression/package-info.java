/**
 * Compression of responses. WildFly's gzip filter compresses (docker/solitude.cli decides what); here is what the
 * headers of a response must say about it.
 */
@NullMarked
package org.solitude.web.http.compression;

import org.jspecify.annotations.NullMarked;
