package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.server.ClientRegistry;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests that the roles of resources and beans are checked for the same caller in a synchronous call and in a replay.
 */
@UsesSharedServer
class RolesIT {
    private final ClientRegistry clients = TestServer.running().logins().clients();
    private final ManagementClient management = new ManagementClient(TestServer.running());
    private final JmsQueue queue = management.queue("DelayedRequests");
    private final SolitudeClient client = TestServer.client();
    private final SolitudeClient operator = TestServer.operator();

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @Test
    void beanSeesSameCallerInBothModes() {
        ApiResponse call = client.post("/probe/roles/bean/client/", "{}");
        assertThat(call.text()).isEqualTo("tests true tests");
        ApiResponse replay =
                client.asynchronously().post("/probe/roles/bean/client/", "{}").awaitReplay();
        assertThat(replay.text()).isEqualTo(call.text());
    }

    @Test
    void beanRefusesSameCallerInBothModes() {
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
    void rolesOfResourceAreCheckedBeforeSubmission() {
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

    /** Removes the role of operator between submission and replay. */
    @ParameterizedTest
    @ValueSource(strings = {"resource", "bean/operator"})
    void replayUsesRolesAtExecution(String path) {
        String name = "was-operator-" + UUID.randomUUID();
        SolitudeClient caller =
                TestServer.running().logins().of(name, "client", "operator").on(TestServer.anonymous());
        queue.pause();
        AcceptedTask task = caller.asynchronously().post("/probe/roles/" + path + "/", "{}");
        clients.change(name, Set.of("client"));
        queue.resume();
        ApiResponse replay = task.awaitReplay();
        assertThat(replay.status()).isEqualTo(403);
        assertThat(replay.isFinal()).isTrue();
    }
}
