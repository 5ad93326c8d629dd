package org.solitude.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.solitude.health.HealthCheck;
import org.solitude.proxy.ProxySettings;

/** Reports a proxy without providers as misconfigured. Other errors in a provider's settings fail the start. */
@ApplicationScoped
public class ProviderConfigurationCheck implements HealthCheck {

    @Inject
    private ProviderRegistry providers;

    @Inject
    private ProxySettings proxy;

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public Optional<String> failure() {
        return proxy.isProxy() && providers.all().isEmpty()
                ? Optional.of("this server is a proxy, and SOLITUDE_PROVIDER_NAMES names no provider")
                : Optional.empty();
    }
}
