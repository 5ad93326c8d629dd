package org.solitude.tutorial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.provider.ProviderOptions;
import org.solitude.testkit.provider.ReferenceProvider;
import org.solitude.tutorial.Tutorial.Step;

/**
 * Tests that the commands of docs/tutorial.md have the documented output, in a real shell with curl. Only the two
 * commands that start servers are not run: the test starts the same servers on free ports, with the documented
 * arguments and settings.
 */
class TutorialIT {
    private static final String PROVIDER = "127.0.0.1:9090";
    private static final String SERVER = "127.0.0.1:8080";
    private static final String RUN = "mvn -Prun package";
    private static final Pattern START_PROVIDER =
            Pattern.compile("mvn -q -pl testkit compile exec:java@reference-provider -Dexec\\.args=\"(.*)\" &");
    private static final String SEPARATOR = "\n-- output of the next step --\n";

    private final Tutorial tutorial = Tutorial.read(Path.of("../docs/tutorial.md"));

    @Test
    void everyCommandHasItsDocumentedOutput(@TempDir Path directory) {
        Shell shell = new Shell(directory);
        for (String command : List.of("curl", "openssl")) {
            assumeTrue(shell.has(command), command + " is not installed, so the tutorial's commands cannot be run");
        }
        Map<String, String> settings = shell.exports(tutorial.settings());
        try (TestDatabase database = TestDatabase.create("tutorial");
                ServerProcess server = new ServerProcess("tutorial", database);
                ReferenceProvider provider = provider(settings, server.client().base())) {
            Map<String, String> variables = new HashMap<>(settings);
            variables.replaceAll(
                    (name, value) -> value.replace(PROVIDER, provider.url().getAuthority()));
            variables.forEach(server::set);
            server.launch();
            server.awaitUp();
            variables.put("SOLITUDE", server.client().base().toString().replaceAll("/$", ""));
            variables.put("CLIENT", server.login().name() + ":" + server.login().secret());
            assertDocumentedOutput(shell, variables, provider.url());
        }
    }

    /** Starts the provider with the documented arguments, on a free port. */
    private ReferenceProvider provider(Map<String, String> settings, URI server) {
        Matcher start = START_PROVIDER.matcher(tutorial.startCommands().get(0));
        assertThat(start.matches()).as("%s", tutorial.startCommands()).isTrue();
        assertThat(tutorial.startCommands().get(1)).isEqualTo(RUN);
        String[] arguments = start.group(1)
                .replace("port=9090", "port=0")
                .replace(SERVER, server.getAuthority())
                .split(" ");
        return ReferenceProvider.start(ProviderOptions.of(arguments, settings));
    }

    private void assertDocumentedOutput(Shell shell, Map<String, String> variables, URI provider) {
        List<Step> steps = tutorial.calls();
        String script = steps.stream()
                .map(step -> step.commands() + "\nprintf '%s' '" + SEPARATOR + "'\n")
                .collect(Collectors.joining())
                .replace(PROVIDER, provider.getAuthority());
        String[] outputs = shell.run(script, variables).split(Pattern.quote(SEPARATOR), -1);
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            assertThat(outputs.length)
                    .as("stopped in\n%s\nwith the output\n%s", step.commands(), outputs[outputs.length - 1])
                    .isGreaterThan(i + 1);
            assertThat(step.matches(outputs[i]))
                    .as("%s\nprinted\n%s\nand not\n%s", step.commands(), outputs[i], step.expected())
                    .isTrue();
        }
    }
}
