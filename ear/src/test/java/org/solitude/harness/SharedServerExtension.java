package org.solitude.harness;

import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Makes Arquillian deploy once, when the server has started, instead of once for each test class: starting the
 * application is the slow part, and the tests are clients that share it as real clients would.
 */
public final class SharedServerExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(SharedServer.class);
    }
}
