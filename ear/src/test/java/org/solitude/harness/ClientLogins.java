package org.solitude.harness;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.solitude.server.ClientRegistry;

/** Holds the logins of one server: the template's client, and others, each created at the first request for it. */
public final class ClientLogins {
    /** The roles of a shop, which writes records and pays. */
    static final Set<String> SHOP = Set.of("client", "payer");

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
    public Login of(String name, String... roles) {
        return of(name, Set.of(roles));
    }

    /** Returns the login of a client that writes records and pays. The first call creates it. */
    Login shop(String name) {
        return of(name, SHOP);
    }

    private synchronized Login of(String name, Set<String> roles) {
        return logins.computeIfAbsent(name, absent -> new Login(name, creator.create(name, roles)));
    }

    /** Returns the server's own command, which adds, changes and removes clients. */
    public ClientRegistry clients() {
        return clients;
    }
}
