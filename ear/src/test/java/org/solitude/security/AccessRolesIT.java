package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.provider.TestShop;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests what each role may do: read, write records, pay; at once, asynchronously, and when the task runs. */
@UsesSharedServer
class AccessRolesIT {
    private static final String PAYMENTS = "/provider/reference/transactions/";

    private final TestShop shop = TestShop.create(TestServer.client());
    private final ManagementClient management = new ManagementClient(TestServer.running());
    private final JmsQueue queue = management.queue("DelayedRequests");

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @ParameterizedTest
    @CsvSource({
        "reader, 403, 403, 403",
        "client, 201, 403, 201",
        "payer, 403, 201, 403",
        "operator, 201, 201, 201",
    })
    void roleDecidesWhatIsWritten(String role, int record, int payment, int forwarded) {
        SolitudeClient caller = TestServer.client("access-" + role, role);
        assertThat(caller.get("/generic/seller/").status()).isEqualTo(200);
        assertThat(caller.get("/provider/reference/sellers/").status()).isEqualTo(200);
        assertThat(caller.get("/delay/result/").status()).isEqualTo(200);
        assertThat(caller.post("/generic/seller/", seller()).status()).isEqualTo(record);
        assertThat(caller.post(PAYMENTS, payment()).status()).isEqualTo(payment);
        assertThat(caller.post("/provider/reference/sellers/", seller()).status())
                .isEqualTo(forwarded);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reader", "client"})
    void paymentWithoutRoleMakesNoTask(String role) {
        SolitudeClient caller = TestServer.client("access-" + role, role);
        ApiResponse refused = caller.with("Solitude-Async", "yes").post(PAYMENTS, payment());
        assertThat(refused.status()).as("%s", refused).isEqualTo(403);
        assertThat(refused.header("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(refused.json().getString("detail")).contains("payer");
    }

    /** A provider's payment can be changed by other paths than that of a payment. */
    @ParameterizedTest
    @ValueSource(strings = {"/provider/reference/transactions/1/", "/provider/reference/transactions/1/refunds/"})
    void everyWriteBelowPaymentsNeedsPayer(String path) {
        assertThat(TestServer.client("access-client", "client").post(path, "{}").status())
                .isEqualTo(403);
        assertThat(TestServer.client("access-client", "client")
                        .patch(path, "{}")
                        .status())
                .isEqualTo(403);
        assertThat(TestServer.client("access-payer", "payer").post(path, "{}").status())
                .isNotEqualTo(403);
    }

    @Test
    void payerSeesAndCancelsItsTask() {
        SolitudeClient payer = TestServer.client("access-payer", "payer");
        AcceptedTask task =
                payer.with("Solitude-Not-Before", "3600").asynchronously().post(PAYMENTS, payment());
        assertThat(payer.get(task.result()).isNotRunYet()).isTrue();
        assertThat(payer.delete(task.result()).status()).isEqualTo(204);
        assertThat(payer.post("/delay/callback/secret/", "").status()).isEqualTo(201);
    }

    @ParameterizedTest
    @CsvSource({"payer, client", "client, reader"})
    void replayChecksRolesAgain(String before, String after) {
        String name = "demoted-" + UUID.randomUUID();
        SolitudeClient caller = TestServer.client(name, before);
        String uuid = UUID.randomUUID().toString();
        queue.pause();
        AcceptedTask task = before.equals("payer")
                ? caller.asynchronously().post(PAYMENTS, shop.payment(uuid, "5.00"))
                : caller.asynchronously().post("/generic/seller/", "{\"uuid\": \"" + uuid + "\"}");
        TestServer.running().logins().clients().change(name, Set.of(after));
        queue.resume();
        ApiResponse replay = task.awaitReplay();
        assertThat(replay.status()).as("%s", replay).isEqualTo(403);
        assertThat(replay.isFinal()).isTrue();
        assertThat(caller.get("/generic/transaction/?uuid=" + uuid).text()).contains("\"total_count\":0");
        assertThat(caller.get("/generic/seller/?uuid=" + uuid).text()).contains("\"total_count\":0");
    }

    private String payment() {
        return shop.payment(UUID.randomUUID().toString(), "5.00");
    }

    private static String seller() {
        return "{\"uuid\": \"" + UUID.randomUUID() + "\"}";
    }
}
