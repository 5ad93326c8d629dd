package org.solitude.bench;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Measures a running server: {@code BenchCommand URL [seconds] [connections] [report file]}. Reads the client and its
 * secret from the environment variables {@code SOLITUDE_CLIENT} and {@code SOLITUDE_SECRET}.
 */
public final class BenchCommand {
    private static final System.Logger LOG = System.getLogger("bench");

    private BenchCommand() {}

    public static void main(String... arguments) throws IOException {
        var options = new Options(arguments);
        SolitudeClient solitude = client(options.url(), System.getenv());
        LOG.log(System.Logger.Level.INFO, "warming up");
        new Comparison(
                        solitude,
                        new LoadGenerator(
                                options.connections(), options.length().dividedBy(2)))
                .run();
        LOG.log(System.Logger.Level.INFO, "measuring");
        var rates = new Comparison(solitude, new LoadGenerator(options.connections(), options.length())).run();
        String table = new Report(rates).asMarkdown();
        Files.createDirectories(options.report().toAbsolutePath().getParent());
        Files.writeString(options.report(), table);
        LOG.log(System.Logger.Level.INFO, () -> "written to " + options.report() + ":\n" + table);
    }

    private static SolitudeClient client(URI url, Map<String, String> environment) {
        String name = environment.get("SOLITUDE_CLIENT");
        String secret = environment.get("SOLITUDE_SECRET");
        SolitudeClient anonymous = SolitudeClient.at(url);
        return name == null || secret == null ? anonymous : anonymous.as(name, secret);
    }

    private record Options(String... arguments) {
        URI url() {
            return URI.create(argument(0, "http://127.0.0.1:8080/"));
        }

        Duration length() {
            return Duration.ofSeconds(Long.parseLong(argument(1, "10")));
        }

        int connections() {
            return Integer.parseInt(argument(2, "16"));
        }

        Path report() {
            return Path.of(argument(3, "target/bench.md"));
        }

        private String argument(int index, String defaultValue) {
            return arguments.length > index ? arguments[index] : defaultValue;
        }
    }
}
