package org.solitude.submission;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests asynchronous writes of buyers, beginning with the example of the reference. */
@UsesSharedServer
class DelayedBuyerIT {
    private static final String PATH = "/generic/buyer/";

    private final SolitudeClient solitude = TestServer.client();
    private final String uuid = "some:" + UUID.randomUUID();
    private final String json = "{\"uuid\": \"" + uuid + "\"}";

    @Test
    void delayedCreationEqualsSynchronousOne() {
        ApiResponse replay = solitude.asynchronously().post(PATH, json).awaitReplay();
        assertThat(replay.status()).isEqualTo(201);
        JsonObject buyer = replay.json();
        int pk = buyer.getInt("resource_pk");
        JsonObject example = Json.createObjectBuilder()
                .add("paypal", JsonValue.NULL)
                .add("pin", false)
                .add("resource_pk", pk)
                .add("resource_uri", PATH + pk + "/")
                .add("uuid", uuid)
                .build();
        assertThat(buyer).containsAllEntriesOf(example);
        assertThat(solitude.get(PATH + pk + "/").json().getString("uuid")).isEqualTo(uuid);
    }

    @Test
    void replayOfDuplicateIs422() {
        solitude.asynchronously().post(PATH, json).awaitReplay();
        ApiResponse synchronous = solitude.post(PATH, json);
        ApiResponse replay = solitude.asynchronously().post(PATH, json).awaitReplay();
        assertThat(replay.status()).isEqualTo(422);
        assertThat(replay.text()).contains("BUYER_UUID_ALREADY_EXISTS").isEqualTo(synchronous.text());
        assertThat(count()).isEqualTo(1);
    }

    /** The submission does not check the body; the resource does when the task runs. */
    @ParameterizedTest
    @ValueSource(strings = {"{", "", "[]", "\"text\"", "{\"uuid\": }", "nonsense", "{\"uuid\": \"a\",}", "\u0000"})
    void replayOfMalformedJsonEqualsSynchronousResponse(String malformed) {
        ApiResponse synchronous = solitude.post(PATH, malformed);
        assertThat(synchronous.status()).as("%s", synchronous).isIn(400, 422);
        ApiResponse replay = solitude.asynchronously().post(PATH, malformed).awaitReplay();
        assertThat(replay.status()).isEqualTo(synchronous.status());
        assertThat(replay.text()).isEqualTo(synchronous.text());
        assertThat(replay.header("Content-Type")).isEqualTo(synchronous.header("Content-Type"));
    }

    @Test
    void updateIsDelayedLikeCreation() {
        String uri = solitude.post(PATH, json).json().getString("resource_uri");
        String tag = solitude.get(uri).header("ETag").orElseThrow();
        var guarded = solitude.with("If-Match", tag).asynchronously();
        assertThat(guarded.patch(uri, "{\"active\": false}").awaitReplay().status())
                .isEqualTo(200);
        assertThat(guarded.patch(uri, "{\"active\": true}").awaitReplay().status())
                .as("the second write had a stale entity tag")
                .isEqualTo(412);
        assertThat(solitude.get(uri).json().getBoolean("active")).isFalse();
    }

    private int count() {
        return solitude.get(PATH + "?uuid=" + uuid).json().getJsonObject("meta").getInt("total_count");
    }
}
