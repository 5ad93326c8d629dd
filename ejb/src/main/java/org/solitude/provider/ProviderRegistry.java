package org.solitude.provider;

import io.smallrye.faulttolerance.standalone.StandaloneFaultTolerance;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;
import org.solitude.proxy.ProxySettings;

/** The configured providers, each with its guarded client. */
@ApplicationScoped
public class ProviderRegistry {

    private static final Logger LOG = System.getLogger(ProviderRegistry.class.getName());

    @Inject
    private ProxySettings proxy;

    private final Map<String, GuardedProviderClient> clients = new LinkedHashMap<>();

    @PostConstruct
    void read() {
        Config config = ConfigProvider.getConfig();
        HttpThreadShare share = HttpThreadShare.read(config, proxy);
        CallLimits.Limit allProviders = CallLimits.Limit.of(share.total(), share);
        ProviderSettings.read(config, share).forEach((name, provider) -> {
            clients.put(name, new GuardedProviderClient(provider, new CallLimits(provider, share, allProviders)));
            LOG.log(Level.INFO, "payment provider {0} is at {1}", name, provider.base());
        });
    }

    void createAtStartup(@Observes Startup startup) {
        // creating this bean checks the settings
    }

    @PreDestroy
    void stop() {
        try {
            StandaloneFaultTolerance.shutdown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Returns the provider of this name. */
    public Optional<Provider> find(String name) {
        return Optional.ofNullable(clients.get(name)).map(GuardedProviderClient::provider);
    }

    /** Returns all providers. */
    public Collection<Provider> all() {
        return clients.values().stream().map(GuardedProviderClient::provider).toList();
    }

    GuardedProviderClient client(Provider provider) {
        return Objects.requireNonNull(clients.get(provider.name()));
    }
}
