package org.solitude.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;

/**
 * Manages the clients of a running server: {@code ClientCommand add NAME ROLE...} and others. Finds the server's
 * WildFly in JBOSS_HOME, and its management interface by the environment variables that the server reads.
 */
public final class ClientCommand {

    private static final String USAGE = """
            Usage (the server is running, JBOSS_HOME is its WildFly):
              add NAME ROLE...      adds a client and prints its secret, once
              rotate NAME           replaces its secret; the old one stops working at once
              change NAME ROLE...   replaces its roles
              remove NAME           removes it; its waiting tasks end with 401
              list                  lists the clients and their roles
              trust KEY_ID FILE     accepts tokens signed with this RSA key (public, PEM); reloads
              distrust KEY_ID       stops accepting them; reloads
            Roles:
              reader                reads records and its own tasks
              client                also writes records
              payer                 reads, pays and refunds
              operator              all of it, and operates the server
            A shop that keeps its records and pays is added with: add shop client payer
            """;

    private ClientCommand() {}

    public static void main(String... arguments) {
        try {
            System.out.println(run(List.of(arguments)));
        } catch (IllegalArgumentException | IOException e) {
            System.err.println(e.getMessage());
            System.exit(1);
        }
    }

    private static String run(List<String> arguments) throws IOException {
        String home = System.getenv("JBOSS_HOME");
        if (arguments.isEmpty() || home == null) {
            throw new IllegalArgumentException(USAGE);
        }
        var management = StartOptions.defaults().endpoints().managementUri();
        ClientRegistry clients =
                ClientRegistry.ofRunning(WildFlyHome.at(Path.of(home)), management.getHost(), management.getPort());
        String verb = arguments.get(0);
        if (verb.equals("list") && arguments.size() == 1) {
            StringBuilder list = new StringBuilder();
            clients.list().forEach((name, roles) -> list.append(name)
                    .append("  ")
                    .append(String.join(", ", roles))
                    .append('\n'));
            return list.toString().stripTrailing();
        }
        if (arguments.size() < 2) {
            throw new IllegalArgumentException(USAGE);
        }
        return run(clients, verb, arguments.get(1), arguments.subList(2, arguments.size()));
    }

    private static String run(ClientRegistry clients, String verb, String name, List<String> rest) throws IOException {
        switch (verb) {
            case "add" -> {
                if (rest.isEmpty()) {
                    throw new IllegalArgumentException("Say what " + name + " may do.\n" + USAGE);
                }
                return "The secret of " + name + ", shown only once:\n" + clients.add(name, new TreeSet<>(rest));
            }
            case "rotate" -> {
                return "The new secret of " + name + ", shown only once:\n" + clients.rotate(name);
            }
            case "change" -> clients.change(name, new TreeSet<>(rest));
            case "remove" -> clients.remove(name);
            case "trust" -> clients.trust(name, Files.readString(Path.of(rest.get(0))));
            case "distrust" -> clients.distrust(name);
            default -> throw new IllegalArgumentException(USAGE);
        }
        return "Done.";
    }
}
