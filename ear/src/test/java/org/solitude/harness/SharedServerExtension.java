package org.solitude.harness;

import org.jboss.arquillian.core.spi.LoadableExtension;

/**
 * Makes Arquillian deploy once, after the server's start, instead of once for each test class: starting the application
 * is slow, and the tests share it as real clients would.
 */
public final class SharedServerExtension implements LoadableExtension {
    @Override
    public void register(ExtensionBuilder builder) {
        builder.observer(SharedServer.class);
    }
}
