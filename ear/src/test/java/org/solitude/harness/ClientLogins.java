package org.solitude.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.solitude.server.ClientRegistry;

/** The logins of one server: that of the template, and others made when they are first asked for. */
public final class ClientLogins {
    private final ClientRegistry clients;
    private final ClientAdmission admission;
    private final Map<String, Login> made = new HashMap<>();

    ClientLogins(ClientRegistry clients, ClientAdmission admission) {
        this.clients = clients;
        this.admission = admission;
    }

    /** The login of the client that tests are unless they say otherwise. */
    public Login tests() {
        return ServerTemplate.made().tests();
    }

    /** The login of that name, made with these roles at the first call, for which the server must run. */
    public synchronized Login of(String name, String... roles) {
        return made.computeIfAbsent(name, absent -> new Login(name, admission.admit(name, Set.of(roles))));
    }

    /** The server's own command, to add, change and remove clients. */
    public ClientRegistry clients() {
        return clients;
    }
}
