package org.solitude.upgrade;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.json.JsonObject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.harness.ServerProcess;
import org.solitude.harness.TestDatabase;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;
import org.solitude.testkit.provider.Faults;
import org.solitude.testkit.provider.ReferenceProvider;

/**
 * Tests the upgrade of a database that a server of the first schema filled: the migrations keep its rows, and the
 * current server reads records and responses, continues tasks that waited, and recognizes repeated keys.
 */
class UpgradeIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final String OLD = "{\"uuid\": \"old-%s\"}";

    @Test
    void migrationsKeepEveryRow() throws SQLException {
        try (TestDatabase database = TestDatabase.createOfVersion("upgrade-rows", "1")) {
            StoredRows before = StoredRows.of(database);
            assertThat(before.tables())
                    .allSatisfy((table, rows) ->
                            assertThat(rows).as("rows of %s", table).isNotEmpty());
            database.migrate();
            assertThat(StoredRows.of(database).withColumnsOf(before)).isEqualTo(before);
        }
    }

    @Test
    void currentServerWorksOnOldRows() {
        try (TestDatabase database = TestDatabase.createOfVersion("upgrade", "1");
                ReferenceProvider provider = ReferenceProvider.start(Faults.none());
                ServerProcess server = new ServerProcess("upgrade", database, provider)) {
            UpgradedServer.configure(server);
            UpgradedServer.rotateKey(server);
            server.launch();
            server.awaitUp();
            SolitudeClient solitude = server.client();
            everyRecordIsRead(solitude);
            encryptedValuesAreRead(solitude);
            finishedTaskIsReplayed(solitude);
            repeatedKeyGetsFirstResponse(solitude);
            endedTasksKeepTheirStates(solitude);
            waitingTasksRun(solitude);
            everyEncryptedColumnIsReencrypted(server.operator());
        }
    }

    private static void everyRecordIsRead(SolitudeClient solitude) {
        for (String list : List.of(
                "/generic/buyer/",
                "/generic/seller/",
                "/generic/product/",
                "/generic/transaction/",
                "/delay/callback/")) {
            assertThat(objects(solitude, list)).as(list).isNotEmpty().allSatisfy(each -> {
                String uri = each.getString("resource_uri");
                assertThat(solitude.get(uri).status()).as(uri).isEqualTo(200);
            });
        }
        JsonObject paid = only(solitude, "/generic/transaction/?uuid=old-paid");
        assertThat(paid.getString("amount")).isEqualTo("5.00");
        assertThat(paid.getInt("status")).isEqualTo(1);
        assertThat(objects(solitude, paid.getString("resource_uri") + "log/")).isNotEmpty();
        assertThat(only(solitude, "/generic/transaction/?uuid=old-completed").getInt("status"))
                .isEqualTo(1);
        assertThat(only(solitude, "/generic/transaction/?uuid=old-failed").getInt("status"))
                .isEqualTo(4);
    }

    private static void encryptedValuesAreRead(SolitudeClient solitude) {
        assertThat(only(solitude, "/generic/buyer/?email=old@example.com").getString("uuid"))
                .isEqualTo("old-buyer");
        ApiResponse verified = solitude.post("/generic/verify_pin/", "{\"uuid\": \"old-buyer\", \"pin\": \"1234\"}");
        assertThat(verified.json().getBoolean("valid")).as("%s", verified).isTrue();
    }

    private static void finishedTaskIsReplayed(SolitudeClient solitude) {
        List<ApiResponse> responses = new ArrayList<>();
        for (JsonObject task : objects(solitude, "/delay/result/?state=done&limit=100")) {
            ApiResponse replay =
                    AcceptedTask.at(solitude, task.getString("uuid")).askForReplay();
            assertThat(replay.isFinal()).as("%s", replay).isTrue();
            assertThat(replay.status()).isEqualTo(task.getInt("status_code"));
            responses.add(replay);
        }
        assertThat(responses)
                .anySatisfy(
                        each -> assertThat(each.json().getString("uuid", "")).isEqualTo("old-done"))
                .anySatisfy(each -> assertThat(each.status()).isEqualTo(422));
    }

    private static void repeatedKeyGetsFirstResponse(SolitudeClient solitude) {
        ApiResponse repeat =
                solitude.with("Idempotency-Key", "old-key").post("/generic/seller/", OLD.formatted("once"));
        assertThat(repeat.status()).as("%s", repeat).isEqualTo(201);
        assertThat(repeat.json().getString("resource_uri"))
                .isEqualTo(only(solitude, "/generic/seller/?uuid=old-once").getString("resource_uri"));
        ApiResponse task = solitude.with("Idempotency-Key", "old-task-key")
                .with("Solitude-Async", "yes")
                .post("/generic/seller/", OLD.formatted("done"));
        assertThat(AcceptedTask.of(solitude, task).askForReplay().status()).isEqualTo(201);
    }

    private static void endedTasksKeepTheirStates(SolitudeClient solitude) {
        assertThat(objects(solitude, "/delay/result/?state=dead")).hasSize(1);
        for (String state : List.of("cancelled", "expired")) {
            JsonObject task = only(solitude, "/delay/result/?state=" + state);
            assertThat(AcceptedTask.at(solitude, task.getString("uuid"))
                            .askForReplay()
                            .status())
                    .as(state)
                    .isEqualTo(410);
        }
    }

    private static void waitingTasksRun(SolitudeClient solitude) {
        for (String uuid : List.of("old-waiting", "old-place-0", "old-place-1")) {
            await(uuid)
                    .atMost(SOON)
                    .until(() ->
                            objects(solitude, "/generic/seller/?uuid=" + uuid).size() == 1);
        }
        await("the payment that was running when the server died")
                .atMost(SOON)
                .until(() ->
                        only(solitude, "/generic/transaction/?uuid=old-running").getInt("status") != 3);
    }

    private static void everyEncryptedColumnIsReencrypted(SolitudeClient operator) {
        assertThat(operator.post("/operations/reencryption/", "").status()).isEqualTo(200);
        await("every old row is decrypted").atMost(SOON).untilAsserted(() -> {
            JsonObject progress = operator.get("/operations/reencryption/").json();
            assertThat(progress.getBoolean("running")).isFalse();
            assertThat(progress.getBoolean("failed")).isFalse();
            assertThat(progress.getInt("resealed")).isGreaterThanOrEqualTo(15);
        });
    }

    private static JsonObject only(SolitudeClient solitude, String list) {
        List<JsonObject> objects = objects(solitude, list);
        assertThat(objects).as(list).hasSize(1);
        return objects.get(0);
    }

    private static List<JsonObject> objects(SolitudeClient solitude, String list) {
        ApiResponse response = solitude.get(list);
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        return response.json().getJsonArray("objects").getValuesAs(JsonObject.class);
    }
}
