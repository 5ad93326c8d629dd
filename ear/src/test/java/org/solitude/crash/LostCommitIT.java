package org.solitude.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.LossyDatabase;
import org.solitude.harness.LossyDatabase.Loss;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.provider.TestShop;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.RequestBody;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Tests what a client is told when the connection to the database ends during a commit: whether the write took effect
 * where the server can find out, and that it is uncertain and where to look where it cannot.
 */
@TestInstance(Lifecycle.PER_CLASS)
class LostCommitIT {

    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String PAYMENTS = "/provider/reference/transactions/";
    private static final String UNCERTAIN = "urn:solitude:problem:outcome-uncertain";
    private static final int COMPLETED = 1;

    private final ReferenceProvider provider = ReferenceProvider.start(Faults.none());
    private final LossyDatabase database = new LossyDatabase(TestDatabase.create("lost-commits"));
    private final ServerProcess server = new ServerProcess("lost-commits", database, provider);
    private final SolitudeClient solitude = server.client();
    private String uuid = "";
    private String seller = "";

    @BeforeAll
    void start() {
        server.launch();
        server.awaitUp();
    }

    @BeforeEach
    void chooseUuid() {
        uuid = UUID.randomUUID().toString();
        seller = "{\"uuid\": \"" + uuid + "\"}";
    }

    @AfterAll
    void stop() {
        server.close();
        database.close();
        provider.close();
    }

    @AfterEach
    void repair() {
        assertThat(database.hasLostCommit()).as("the planned commit was lost").isTrue();
        database.up();
        await().atMost(SOON)
                .until(() -> solitude.get("/generic/seller/?limit=1").status() == 200);
    }

    @Test
    void writeWhoseCommitIsFoundIsAnsweredAsEver() {
        database.loseCommitOf(uuid, Loss.ANSWER);
        ApiResponse created = solitude.post("/generic/seller/", seller);
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        assertThat(sellers()).isEqualTo(1);

        String uri = created.json().getString("resource_uri");
        String changed = UUID.randomUUID().toString();
        database.loseCommitOf(changed, Loss.ANSWER);
        ApiResponse patched = solitude.send("PATCH", uri, RequestBody.json("{\"uuid\": \"" + changed + "\"}"));
        assertThat(patched.status()).as("%s", patched).isLessThan(300);
        assertThat(solitude.get(uri).json().getString("uuid")).isEqualTo(changed);
    }

    @Test
    void writeWhoseCommitNeverArrivedHasChangedNothing() {
        database.loseCommitOf(uuid, Loss.COMMAND);
        ApiResponse failed = solitude.post("/generic/seller/", seller);
        assertThat(failed.status()).as("%s", failed).isEqualTo(503);
        assertThat(failed.json().getString("type")).isEqualTo("urn:solitude:problem:unavailable");
        assertThat(failed.json().getString("detail")).contains("Nothing was changed");
        assertThat(failed.header("Retry-After")).isPresent();
        assertThat(sellers()).isZero();
    }

    @ParameterizedTest
    @CsvSource({"ANSWER, 200", "COMMAND, 404"})
    void writeIsUncertainWhileDatabaseIsAwayAndTellsWhereToLook(Loss loss, int found) {
        database.loseCommitAndGoDown(uuid, loss);
        ApiResponse failed = solitude.post("/generic/seller/", seller);
        String lookAt = assertUncertain(failed);
        database.up();
        assertThat(await().atMost(SOON)
                        .until(() -> solitude.get(lookAt), each -> each.status() < 500)
                        .status())
                .isEqualTo(found);
    }

    @ParameterizedTest
    @EnumSource(Loss.class)
    void repeatWithKeyOfUncertainWriteHasOneEffect(Loss loss) {
        SolitudeClient keyed = solitude.with("Idempotency-Key", uuid);
        database.loseCommitAndGoDown(uuid, loss);
        assertUncertain(keyed.post("/generic/seller/", seller));
        database.up();
        ApiResponse repeat =
                await().atMost(SOON).until(() -> keyed.post("/generic/seller/", seller), each -> each.status() < 400);
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(201);
        assertThat(sellers()).isEqualTo(1);
    }

    @Test
    void acceptedTaskWhoseCommitIsFoundIsAnswered202() {
        database.loseCommitOf("insert into delayed_task", Loss.ANSWER);
        ApiResponse accepted = solitude.with("Solitude-Async", "yes").post("/generic/seller/", seller);
        assertThat(accepted.status()).as("%s", accepted).isEqualTo(202);
        assertThat(AcceptedTask.of(solitude, accepted).awaitReplay().status()).isEqualTo(201);
        assertThat(sellers()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({"ANSWER, 1", "COMMAND, 0"})
    void uncertainTaskTellsTheListToLookAt(Loss loss, int found) {
        database.loseCommitAndGoDown("insert into delayed_task", loss);
        String lookAt = assertUncertain(solitude.with("Solitude-Async", "yes").post("/generic/seller/", seller));
        assertThat(lookAt).startsWith("/delay/result/?uuid=");
        database.up();
        ApiResponse list = await().atMost(SOON).until(() -> solitude.get(lookAt), each -> each.status() < 500);
        assertThat(list.json().getJsonArray("objects")).hasSize(found);
        assertThat(sellers()).isLessThanOrEqualTo(found);
    }

    @Test
    void paymentThatWasNotSavedIsNotCharged() {
        TestShop shop = TestShop.create(solitude);
        database.loseCommitOf("insert into provider_call", Loss.COMMAND);
        String lookAt = assertUncertain(solitude.post(PAYMENTS, shop.payment(uuid, "5.00")));
        assertThat(solitude.get(lookAt).status()).isEqualTo(404);
        assertThat(provider.ledger().chargesOf(uuid)).isEmpty();
    }

    /**
     * The provider has charged: whichever commit fails then, that of its answer in the journal or that of the request,
     * something was changed.
     */
    @ParameterizedTest
    @CsvSource({"answer=$, 1", "uid_pay=$, 0"})
    void paymentThatWasChargedIsUncertainAndEndsRight(String commit, int earlier) {
        provider.injectFaults(Faults.of("notices-lost=1"));
        TestShop shop = TestShop.create(solitude);
        database.loseCommitOf(commit, earlier, Loss.COMMAND);
        ApiResponse failed = solitude.post(PAYMENTS, shop.payment(uuid, "5.00"));
        String lookAt = assertUncertain(failed);
        JsonObject transaction = solitude.get(lookAt).json();
        assertThat(transaction.getString("uuid")).isEqualTo(uuid);
        await("the payment has ended")
                .atMost(SOON)
                .until(() -> solitude.get(lookAt).json().getInt("status") == COMPLETED);
        assertThat(provider.ledger().chargesOf(uuid)).hasSize(1);
    }

    private static String assertUncertain(ApiResponse failed) {
        assertThat(failed.status()).as("%s", failed).isEqualTo(503);
        assertThat(failed.json().getString("type")).isEqualTo(UNCERTAIN);
        assertThat(failed.json().getString("detail")).contains("uncertain").doesNotContain("Nothing was changed");
        assertThat(failed.json().getString("incident")).isNotEmpty();
        return failed.json().getString("look_at");
    }

    private int sellers() {
        return solitude.get("/generic/seller/?uuid=" + uuid)
                .json()
                .getJsonArray("objects")
                .size();
    }
}
