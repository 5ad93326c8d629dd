/**
 * Reads and writes JSON. Responses are written by JSON-B. Requests are read as
 * {@link org.solitude.web.http.json.JsonFields}, because JSON-B drops unknown fields silently, takes the last of
 * duplicate keys and reports a wrong type in terms of classes; a client of a payments API needs an error for each
 * field.
 */
@NullMarked
package org.solitude.web.http.json;

import org.jspecify.annotations.NullMarked;
