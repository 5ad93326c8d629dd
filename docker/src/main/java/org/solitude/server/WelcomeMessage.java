package org.solitude.server;

import java.nio.file.Path;
import java.util.UUID;

/**
 * What the run command says when the server is ready: all that a newcomer needs, ready to paste.
 *
 * @param server where it listens
 * @param login the way into the admin console
 * @param client who may call the API
 * @param data where everything is kept
 */
record WelcomeMessage(RunningServer server, AdminLogin login, DevelopmentClient client, Path data) {

    @Override
    public String toString() {
        return """

                Solitude is ready.

                  API            %s
                  Admin console  %sconsole/  (user %s, password %s)
                  Data           %s  (kept when it stops; Ctrl-C stops it)

                Ask for a buyer and be answered later:

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
