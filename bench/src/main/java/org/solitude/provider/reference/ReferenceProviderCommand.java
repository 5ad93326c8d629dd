package org.solitude.provider.reference;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Starts the provider: {@code ReferenceProviderCommand [port=9090] [notify=URL] [latency=PT2S] [unavailable=0.1] …}, the faults
 * as {@link Faults} names them. Its key and the secret of its notices are taken from the environment, as
 * {@code SOLITUDE_REFERENCE_KEY} and {@code SOLITUDE_REFERENCE_NOTICE_SECRET}; what is not there is made, and printed.
 */
public final class ReferenceProviderCommand {
    private static final System.Logger LOG = System.getLogger("provider");

    private ReferenceProviderCommand() {}

    public static void main(String... arguments) {
        Options options = options(arguments, System.getenv());
        ReferenceProvider provider = ReferenceProvider.start(options);
        LOG.log(
                System.Logger.Level.INFO,
                () -> "the reference provider answers at " + provider.url() + "\n  key            " + options.key()
                        + "\n  notice secret  " + options.signature().secret());
    }

    static Options options(String[] arguments, Map<String, String> environment) {
        Map<String, String> values = new HashMap<>();
        for (String argument : arguments) {
            String[] pair = argument.split("=", 2);
            if (pair.length < 2) {
                throw new IllegalArgumentException(argument + " is not of the form name=value");
            }
            values.put(pair[0], pair[1]);
        }
        int port = Integer.parseInt(Optional.ofNullable(values.remove("port")).orElse("9090"));
        String notify = values.remove("notify");
        Options fresh = Options.fresh(Faults.of(values));
        String secret = environment.get("SOLITUDE_REFERENCE_NOTICE_SECRET");
        return new Options(
                port,
                environment.getOrDefault("SOLITUDE_REFERENCE_KEY", fresh.key()),
                secret == null ? fresh.signature() : new WebhookSignature(secret),
                notify == null ? null : URI.create(notify),
                fresh.faults());
    }
}
