/** What every resource shares: JSON, problems, limits, lists, headers, security and OpenAPI. */
@NullMarked
package org.solitude.web.http;

import org.jspecify.annotations.NullMarked;
