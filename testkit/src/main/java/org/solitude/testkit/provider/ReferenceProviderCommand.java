package org.solitude.testkit.provider;

/**
 * Starts the provider: {@code ReferenceProviderCommand [port=9090] [notify=URL] [latency=PT2S] [unavailable=0.1] …}, the faults
 * as {@link Faults} names them. Its key and the secret of its notices are taken from the environment, as {@link ProviderOptions} names
 * them; what is not there is made, and printed.
 */
public final class ReferenceProviderCommand {
    private static final System.Logger LOG = System.getLogger("provider");

    private ReferenceProviderCommand() {}

    public static void main(String... arguments) {
        ProviderOptions options = ProviderOptions.of(arguments, System.getenv());
        ReferenceProvider provider = ReferenceProvider.start(options);
        LOG.log(
                System.Logger.Level.INFO,
                () -> "the reference provider answers at " + provider.url() + "\n  key            " + options.key()
                        + "\n  notice secret  " + options.signature().secret());
    }
}
