/**
 * The way to payment providers: external HTTP APIs, slow and sometimes down. What may be reached is configuration
 * ({@link org.solitude.provider.ProviderSettings}); a call holds its thread and nothing else; and nothing that moves
 * money is asked without a trace that outlives the request.
 */
@NullMarked
package org.solitude.provider;

import org.jspecify.annotations.NullMarked;
