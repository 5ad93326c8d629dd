package org.solitude.web.api.provider;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.solitude.provider.Provider;
import org.solitude.provider.ProviderRegistry;

/** Finds the providers that may send events: those with a secret that signs them. */
@ApplicationScoped
class EventSenders {

    static final String UNKNOWN = "There is no such provider, or it has no secret for notices.";

    @Inject
    private ProviderRegistry providers;

    Optional<Provider> find(String name) {
        return providers.find(name).filter(each -> !each.eventSecrets().isEmpty());
    }
}
