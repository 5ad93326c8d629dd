package org.solitude.provider;

/**
 * A provider's answer to a journaled call.
 *
 * @param received as the provider sent it; the journal stores this
 * @param translated the same with our URIs in place of the provider's
 */
public record ProviderAnswer(ProviderResponse received, ProviderResponse translated) {}
