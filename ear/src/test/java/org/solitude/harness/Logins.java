package org.solitude.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.solitude.server.Clients;

/** The logins of one server: those of the template, and others made by the server's own command when first asked for. */
public final class Logins {
    private static final String TESTS = "tests";

    private final Clients clients;
    private final Map<String, Login> made = new HashMap<>(Template.made().logins());

    Logins(Clients clients) {
        this.clients = clients;
    }

    /** The login of the client that tests are unless they say otherwise. */
    public Login tests() {
        return of(TESTS, "client");
    }

    /** The login of that name, made with that role at the first call. */
    public synchronized Login of(String name, String role) {
        return made.computeIfAbsent(name, absent -> new Login(name, clients.add(name, Set.of(role))));
    }

    /** The server's own command, to add, change and remove clients. */
    public Clients clients() {
        return clients;
    }
}
