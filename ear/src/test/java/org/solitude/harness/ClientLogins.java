package org.solitude.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.solitude.server.ClientRegistry;

/** Holds the logins of one server: the template's client, and others, each created at the first request for it. */
public final class ClientLogins {
    private final ClientRegistry clients;
    private final ClientCreator creator;
    private final Map<String, Login> logins = new HashMap<>();

    ClientLogins(ClientRegistry clients, ClientCreator admission) {
        this.clients = clients;
        this.creator = admission;
    }

    /** Returns the login of the client {@code tests}, which tests use unless they name another. */
    public Login tests() {
        return ServerTemplate.get().tests();
    }

    /** Returns the login of this name. The first call creates it with these roles; the server must then run. */
    public synchronized Login of(String name, String... roles) {
        return logins.computeIfAbsent(name, absent -> new Login(name, creator.create(name, Set.of(roles))));
    }

    /** Returns the server's own command, which adds, changes and removes clients. */
    public ClientRegistry clients() {
        return clients;
    }
}
