/** Money's nouns over HTTP: thin resources that translate, and decide nothing. */
@NullMarked
package org.solitude.web.api;

import org.jspecify.annotations.NullMarked;
