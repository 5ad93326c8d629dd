package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.client.Accepted;
import org.solitude.client.Answer;
import org.solitude.client.Solitude;
import org.solitude.harness.Management;
import org.solitude.harness.OnTheServer;
import org.solitude.harness.Queue;
import org.solitude.harness.TestServer;
import org.solitude.server.Clients;

/** Roles on resources and on the beans behind them are asked of the same caller, in a call and in its replay. */
@OnTheServer
class RolesIT {
    private final Clients clients = TestServer.running().logins().clients();
    private final Management management = new Management(TestServer.running());
    private final Queue queue = management.queue("DelayedRequests");
    private final Solitude client = TestServer.client();
    private final Solitude operator = TestServer.operator();

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @Test
    void aBeanSeesTheSameCallerInBothModes() {
        Answer call = client.post("/probe/roles/bean/client/", "{}");
        assertThat(call.text()).isEqualTo("tests true tests");
        Answer replay =
                client.asynchronously().post("/probe/roles/bean/client/", "{}").awaitReplay();
        assertThat(replay.text()).isEqualTo(call.text());
    }

    @Test
    void aBeanRefusesTheSameCallerInBothModes() {
        assertThat(client.post("/probe/roles/bean/operator/", "{}").status()).isEqualTo(403);
        assertThat(client.asynchronously()
                        .post("/probe/roles/bean/operator/", "{}")
                        .awaitReplay()
                        .status())
                .isEqualTo(403);
        assertThat(operator.asynchronously()
                        .post("/probe/roles/bean/operator/", "{}")
                        .awaitReplay()
                        .text())
                .isEqualTo("operator");
    }

    @Test
    void aResourcesRolesAreAskedBeforeThereIsATask() {
        assertThat(client.with("Solitude-Async", "yes")
                        .post("/probe/roles/resource/", "{}")
                        .status())
                .isEqualTo(403);
        assertThat(operator.asynchronously()
                        .post("/probe/roles/resource/", "{}")
                        .awaitReplay()
                        .text())
                .isEqualTo("operator");
    }

    /** Still a client, no operator any more. */
    @ParameterizedTest
    @ValueSource(strings = {"resource", "bean/operator"})
    void theRolesAreThoseOfTheMomentItRuns(String where) {
        String name = "was-operator-" + UUID.randomUUID();
        Solitude caller =
                TestServer.running().logins().of(name, "client", "operator").on(TestServer.nobody());
        queue.pause();
        Accepted task = caller.asynchronously().post("/probe/roles/" + where + "/", "{}");
        clients.change(name, Set.of("client"));
        queue.resume();
        Answer replay = task.awaitReplay();
        assertThat(replay.status()).isEqualTo(403);
        assertThat(replay.isReal()).isTrue();
    }
}
