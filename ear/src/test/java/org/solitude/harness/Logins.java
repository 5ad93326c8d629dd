package org.solitude.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.solitude.server.Clients;

/** The logins of one server: that of the template, and others made when they are first asked for. */
public final class Logins {
    private final Clients clients;
    private final Admission admission;
    private final Map<String, Login> made = new HashMap<>();

    Logins(Clients clients, Admission admission) {
        this.clients = clients;
        this.admission = admission;
    }

    /** The login of the client that tests are unless they say otherwise. */
    public Login tests() {
        return Template.made().tests();
    }

    /** The login of that name, made with these roles at the first call, for which the server must run. */
    public synchronized Login of(String name, String... roles) {
        return made.computeIfAbsent(name, absent -> new Login(name, admission.admit(name, Set.of(roles))));
    }

    /** The server's own command, to add, change and remove clients. */
    public Clients clients() {
        return clients;
    }
}
