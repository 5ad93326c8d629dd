package org.solitude.proxy;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.solitude.config.Setting;

/** Reads whether this server is a proxy to payment providers: it then uses no database and stores nothing. */
@ApplicationScoped
public class ProxySettings {

    @Inject
    @Setting(
            description =
                    "Whether this server is a proxy to payment providers, which has no database and stores nothing.")
    @ConfigProperty(name = "solitude.proxy", defaultValue = "false")
    private boolean proxy;

    public boolean isProxy() {
        return proxy;
    }
}
