package org.solitude.polling;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the list of the caller's tasks: order, paging and filters. */
@UsesSharedServer
class TaskListIT {
    private final SolitudeClient solitude = TestServer.client();

    @Test
    void newestTaskComesFirst() {
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            accepted.add(solitude.asynchronously().post("/probe/echo/", "{}").uuid());
        }
        Collections.reverse(accepted);
        assertThat(uuids(list("?limit=5"))).isEqualTo(accepted);
    }

    @Test
    void tasksAreFilteredByTheirPath() {
        String seller = solitude.post("/generic/seller/", "{\"uuid\": \"" + UUID.randomUUID() + "\"}")
                .json()
                .getString("resource_uri");
        String task = solitude.asynchronously()
                .patch(seller + "?odd=1", "{\"active\": false}")
                .uuid();
        solitude.asynchronously().post("/probe/echo/", "{}");
        assertThat(uuids(list("?path=" + seller))).containsExactly(task);
        assertThat(uuids(list("?path=" + seller + "x"))).isEmpty();
        assertThat(uuids(list("?path=/generic/"))).isEmpty();
        assertThat(uuids(list("?path=/" + "long".repeat(200)))).isEmpty();
    }

    @Test
    void operatorFiltersByOwnerAndOthersSeeTheirOwnOnly() {
        SolitudeClient other = TestServer.client("other");
        String own = solitude.asynchronously().post("/probe/echo/", "{}").uuid();
        String foreign = other.asynchronously().post("/probe/echo/", "{}").uuid();
        SolitudeClient operator = TestServer.operator();
        assertThat(uuids(operator.get("/delay/result/?owner=client:other").json()))
                .contains(foreign)
                .doesNotContain(own);
        assertThat(uuids(operator.get("/delay/result/?owner=nobody").json())).isEmpty();
        assertThat(uuids(operator.get("/delay/result/?owner=client:other&path=/probe/echo/&run=true&limit=1")
                        .json()))
                .hasSizeLessThanOrEqualTo(1);
        assertThat(uuids(list("?owner=client:other"))).contains(own).doesNotContain(foreign);
    }

    @Test
    void tasksAreFilteredByTheirCreation() {
        String first = solitude.asynchronously().post("/probe/echo/", "{}").uuid();
        String second = solitude.asynchronously().post("/probe/echo/", "{}").uuid();
        String created =
                list("?uuid=" + second).getJsonArray("objects").getJsonObject(0).getString("created");
        assertThat(uuids(list("?created_from=" + created))).contains(second).doesNotContain(first);
        assertThat(uuids(list("?limit=1&created_before=" + created))).containsExactly(first);
    }

    @Test
    void metaDescribesThePage() {
        for (int i = 0; i < 5; i++) {
            solitude.asynchronously().post("/probe/echo/", "{}");
        }
        JsonObject meta = list("?limit=2&offset=2").getJsonObject("meta");
        assertThat(meta.keySet()).contains("limit", "offset", "next", "previous", "total_count");
        assertThat(meta.getInt("limit")).isEqualTo(2);
        assertThat(meta.getInt("offset")).isEqualTo(2);
        assertThat(meta.getInt("total_count")).isGreaterThanOrEqualTo(5);
        assertThat(meta.getString("next")).startsWith("/delay/result/");
        assertThat(meta.getString("previous")).startsWith("/delay/result/");
        assertThat(list("?limit=2").getJsonObject("meta").get("previous")).isEqualTo(JsonValue.NULL);
    }

    @Test
    void pageAfterCursorHasSameTotalCount() {
        for (int i = 0; i < 3; i++) {
            solitude.asynchronously().post("/probe/echo/", "{}");
        }
        JsonObject whole = list("?limit=100").getJsonObject("meta");
        JsonObject afterCursor = list("?limit=100&cursor=0").getJsonObject("meta");
        assertThat(afterCursor.getInt("total_count")).isEqualTo(whole.getInt("total_count"));
        assertThat(afterCursor.getBoolean("total_count_exact")).isEqualTo(whole.getBoolean("total_count_exact"));
    }

    @Test
    void pagesLinkToNextAndPrevious() {
        for (int i = 0; i < 5; i++) {
            solitude.asynchronously().post("/probe/echo/", "{}");
        }
        List<String> all = uuids(list("?limit=5"));
        JsonObject first = list("?limit=2");
        JsonObject second = page(first.getJsonObject("meta").getString("next"));
        JsonObject third = page(second.getJsonObject("meta").getString("next"));
        List<String> walked = new ArrayList<>(uuids(first));
        walked.addAll(uuids(second));
        walked.addAll(uuids(third).subList(0, 1));
        assertThat(walked).isEqualTo(all);
        assertThat(uuids(page(second.getJsonObject("meta").getString("previous"))))
                .isEqualTo(uuids(first));
    }

    @Test
    void lastPageHasNoNext() {
        var accepted = solitude.asynchronously().post("/probe/echo/", "{}");
        JsonObject list = list("?uuid=" + accepted.uuid());
        assertThat(list.getJsonObject("meta").get("next")).isEqualTo(JsonValue.NULL);
        assertThat(list.getJsonObject("meta").getInt("total_count")).isEqualTo(1);
        assertThat(uuids(list)).containsExactly(accepted.uuid());
    }

    @Test
    void runAndStateFilterTheList() {
        String gate = "/probe/gate/" + UUID.randomUUID() + "/";
        AcceptedTask running = solitude.asynchronously().post(gate, "{}");
        AcceptedTask done = solitude.asynchronously().post("/probe/echo/", "{}");
        done.awaitResult();
        try {
            assertThat(uuids(list("?run=false&limit=100")))
                    .contains(running.uuid())
                    .doesNotContain(done.uuid());
            assertThat(uuids(list("?run=true&limit=100"))).contains(done.uuid()).doesNotContain(running.uuid());
            assertThat(uuids(list("?state=done&limit=100")))
                    .contains(done.uuid())
                    .doesNotContain(running.uuid());
            assertThat(uuids(list("?state=dead&limit=100"))).doesNotContain(done.uuid(), running.uuid());
            assertThat(uuids(list("?run=true&uuid=" + running.uuid()))).isEmpty();
        } finally {
            solitude.delete(gate);
        }
    }

    @Test
    void filterWithoutMatchGivesEmptyList() {
        JsonObject list = list("?uuid=" + UUID.randomUUID());
        assertThat(uuids(list)).isEmpty();
        assertThat(list.getJsonObject("meta").getInt("total_count")).isZero();
    }

    @Test
    void trailingSlashIsOptional() {
        assertThat(solitude.get("/delay/result").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "offset=-1",
                "offset=x",
                "offset=",
                "offset=99999999999999999999",
                "offset=0&cursor=5",
                "cursor=-1",
                "limit=-1",
                "limit=0",
                "limit=x",
                "limit=1000000",
                "colour=red",
                "state=asleep",
                "run=perhaps",
                "uuid=nobody"
            })
    void invalidQueryIs400(String query) {
        ProblemAssertions.assertProblem(solitude.get("/delay/result/?" + query), 400);
    }

    @Test
    void offsetBeyondExactCountIs422() {
        ProblemAssertions.assertProblem(solitude.get("/delay/result/?offset=10001"), 422);
    }

    private JsonObject list(String query) {
        return page("/delay/result/" + query);
    }

    private JsonObject page(String url) {
        var response = solitude.get(url);
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        return response.json();
    }

    private static List<String> uuids(JsonObject list) {
        return list.getJsonArray("objects").getValuesAs(JsonObject.class).stream()
                .map(task -> task.getString("uuid"))
                .toList();
    }
}
