/**
 * The OpenAPI document, which WildFly serves at {@code /openapi}. Three things make it: what the resources say of themselves
 * (annotations of MicroProfile OpenAPI), {@code META-INF/openapi.yaml} (what all share, and the bodies that clients send), and
 * {@link org.solitude.web.http.openapi.OpenApiContractFilter}, which puts the contract on every operation. docs/openapi.md tells what a new
 * resource needs.
 */
@NullMarked
package org.solitude.web.http.openapi;

import org.jspecify.annotations.NullMarked;
