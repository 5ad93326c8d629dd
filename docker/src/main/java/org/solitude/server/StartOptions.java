package org.solitude.server;

import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Options for one start of a server: {@code StartOptions.atOffset(1000).with("SOLITUDE_REPLAYS", "5")}.
 *
 * @param environment variables added to those of this process
 * @param jvmArguments added after WildFly's own, so that {@code -Xmx} overrides WildFly's
 * @param redirect the destination of its output; null for {@code log/console.log} in its base directory
 */
public record StartOptions(
        Map<String, String> environment,
        List<String> jvmArguments,
        @Nullable Redirect redirect) {

    public StartOptions {
        environment = Map.copyOf(environment);
        jvmArguments = List.copyOf(jvmArguments);
    }

    /** Returns options that change nothing: the environment of this process applies. */
    public static StartOptions defaults() {
        return new StartOptions(Map.of(), List.of(), null);
    }

    /** Returns options that add this offset to all ports. */
    public static StartOptions atOffset(int offset) {
        return defaults().with("SOLITUDE_PORT_OFFSET", String.valueOf(offset));
    }

    /** Returns a copy with this environment variable. */
    public StartOptions with(String variable, String value) {
        Map<String, String> all = new HashMap<>(environment);
        all.put(variable, value);
        return new StartOptions(all, jvmArguments, redirect);
    }

    /** Returns a copy with additional JVM arguments. */
    public StartOptions withJvmArguments(String... arguments) {
        List<String> all =
                Stream.concat(jvmArguments.stream(), Stream.of(arguments)).toList();
        return new StartOptions(environment, all, redirect);
    }

    /** Returns a copy that appends the output to this file. */
    public StartOptions loggingTo(Path file) {
        return new StartOptions(environment, jvmArguments, Redirect.appendTo(file.toFile()));
    }

    /** Returns a copy that writes the output to the terminal of this process. */
    public StartOptions inForeground() {
        return new StartOptions(environment, jvmArguments, Redirect.INHERIT);
    }

    Endpoints endpoints() {
        return Endpoints.of(mergedEnvironment());
    }

    /** Returns the transaction manager's node identifier: unique, at most 23 bytes. */
    String node() {
        return NodeName.of(mergedEnvironment());
    }

    private Map<String, String> mergedEnvironment() {
        Map<String, String> all = new HashMap<>(System.getenv());
        all.putAll(environment);
        return all;
    }

    Redirect output(Path defaultFile) {
        return redirect != null ? redirect : Redirect.appendTo(defaultFile.toFile());
    }
}
