/**
 * JSON in and out. Out goes through JSON-B. In comes through {@link org.solitude.web.http.json.JsonFields}, because binding
 * drops in silence what it does not know, takes the last of duplicate keys, and makes of a wrong type a sentence about
 * our classes; a payments client is told instead, field by field.
 */
@NullMarked
package org.solitude.web.http.json;

import org.jspecify.annotations.NullMarked;
