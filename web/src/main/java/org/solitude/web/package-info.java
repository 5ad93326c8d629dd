/** The REST API: resources, filters and mappers that translate between HTTP and the domain. */
@NullMarked
package org.solitude.web;

import org.jspecify.annotations.NullMarked;
