package org.solitude.server;

import java.nio.file.Path;
import java.util.UUID;

/**
 * The message that the run command prints when the server is ready, with a first request to paste into a terminal.
 *
 * @param server the running server
 * @param login the login of the admin console
 * @param client the client for calls of the API
 * @param data the data directory
 */
record WelcomeMessage(RunningServer server, AdminLogin login, DevelopmentClient client, Path data) {

    @Override
    public String toString() {
        return """

                Solitude is ready.

                  API            %s
                  Admin console  %sconsole/  (user %s, password %s)
                  Data           %s  (stored across restarts; Ctrl-C stops the server)

                Create a buyer asynchronously:

                  curl -i -u '%s:%s' '%sgeneric/buyer/' -H 'Content-Type: application/json' -H 'Solitude-Async: yes' -d '{"uuid": "%s"}'
                """.formatted(
                        server.baseUri(),
                        server.managementUri(),
                        login.user(),
                        login.password(),
                        data,
                        client.name(),
                        client.secret(),
                        server.baseUri(),
                        UUID.randomUUID());
    }
}
