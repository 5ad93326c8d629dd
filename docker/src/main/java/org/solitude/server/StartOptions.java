package org.solitude.server;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How one start of a server differs from another: {@code StartOptions.atOffset(1000).with("SOLITUDE_REPLAYS", "5")}.
 *
 * @param environment variables added to those of this process
 * @param jvmArguments added to WildFly's own, so that a later {@code -Xmx} wins
 * @param redirect where its output goes; without one into {@code log/console.log} of its base directory
 */
public record StartOptions(
        Map<String, String> environment,
        List<String> jvmArguments,
        @Nullable Redirect redirect) {

    public StartOptions {
        environment = Map.copyOf(environment);
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** The ports of a server on its own, or as the environment of this process says. */
    public static StartOptions defaults() {
        return new StartOptions(Map.of(), List.of(), null);
    }

    /** All ports moved by this offset. */
    public static StartOptions atOffset(int offset) {
        return defaults().with("SOLITUDE_PORT_OFFSET", String.valueOf(offset));
    }

    /** With an environment variable. */
    public StartOptions with(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new StartOptions(all, jvmArguments, redirect);
    }

    /** With more arguments for the JVM. */
    public StartOptions withJvmArguments(String... arguments) {
        List<String> all =
                Stream.concat(jvmArguments.stream(), Stream.of(arguments)).toList();
        return new StartOptions(environment, all, redirect);
    }

    /** With its output in this file, which grows with each start. */
    public StartOptions loggingTo(Path file) {
        return new StartOptions(environment, jvmArguments, Redirect.appendTo(file.toFile()));
    }

    /** With its output in the terminal of this process. */
    public StartOptions inForeground() {
        return new StartOptions(environment, jvmArguments, Redirect.INHERIT);
    }

    Endpoints endpoints() {
        return Endpoints.of(wholeEnvironment());
    }

    /** The transaction manager's name for this server: unlike any other's, and 23 bytes at most. */
    String node() {
        return NodeName.of(wholeEnvironment());
    }

    private Map<String, String> wholeEnvironment() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        return all;
    }

    Redirect output(Path otherwise) {
        return redirect != null ? redirect : Redirect.appendTo(otherwise.toFile());
    }
}
