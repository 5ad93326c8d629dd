package org.solitude.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.solitude.server.ClientRegistry;

/** The logins of one server: that of the template, and others made when they are first asked for. */
public final class ClientLogins {
    private final ClientRegistry clients;
    private final ClientCreator creator;
    private final Map<String, Login> logins = new HashMap<>();

    ClientLogins(ClientRegistry clients, ClientCreator admission) {
        this.clients = clients;
        this.creator = admission;
    }

    /** The login of the client that tests are unless they say otherwise. */
    public Login tests() {
        return ServerTemplate.get().tests();
    }

    /** The login of that name, made with these roles at the first call, for which the server must run. */
    public synchronized Login of(String name, String... roles) {
        return logins.computeIfAbsent(name, absent -> new Login(name, creator.create(name, Set.of(roles))));
    }

    /** The server's own command, to add, change and remove clients. */
    public ClientRegistry clients() {
        return clients;
    }
}
