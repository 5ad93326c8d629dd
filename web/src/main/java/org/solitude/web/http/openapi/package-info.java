/**
 * The OpenAPI document, which WildFly serves at {@code /openapi}. It has three sources: annotations of MicroProfile
 * OpenAPI on the resources, {@code META-INF/openapi.yaml} (shared components and request bodies), and
 * {@link org.solitude.web.http.openapi.OpenApiContractFilter}, which adds the asynchronous contract to every operation.
 * docs/openapi.md tells what a new resource needs.
 */
@NullMarked
package org.solitude.web.http.openapi;

import org.jspecify.annotations.NullMarked;
