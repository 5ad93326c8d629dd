package org.solitude.testkit.provider;

/**
 * Starts a reference provider:
 * {@code ReferenceProviderCommand [port=9090] [notify=URL] [latency=PT2S] [unavailable=0.1] …}, with the faults of
 * {@link Faults}. Reads its secrets from the environment (see {@link ProviderOptions}), generates missing ones, and
 * prints them.
 */
public final class ReferenceProviderCommand {
    private static final System.Logger LOG = System.getLogger("provider");

    private ReferenceProviderCommand() {}

    public static void main(String... arguments) {
        ProviderOptions options = ProviderOptions.of(arguments, System.getenv());
        ReferenceProvider provider = ReferenceProvider.start(options);
        LOG.log(
                System.Logger.Level.INFO,
                () -> "the reference provider listens at " + provider.url() + "\n  key            " + options.key()
                        + "\n  event secret   " + options.signature().secret());
    }
}
