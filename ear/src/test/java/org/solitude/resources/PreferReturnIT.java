package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;
import static org.solitude.resources.ViolationAssertions.uniqueName;

import jakarta.json.JsonObject;
import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests {@code Prefer: return} (RFC 7240, 4.2) on writes of every resource type, in both modes. */
@UsesSharedServer
class PreferReturnIT {

    private static final String BUYERS = "/generic/buyer/";

    private final SolitudeClient solitude = TestServer.client();
    private final SolitudeClient minimal = solitude.with("Prefer", "return=minimal");
    private final SolitudeClient whole = solitude.with("Prefer", "Return=\"representation\"");

    private static Stream<Arguments> everyTypeInBothModes() {
        return Arrays.stream(ResourceType.values())
                .flatMap(type -> Arrays.stream(CallMode.values()).map(mode -> Arguments.of(type, mode)));
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void representationIsTheWholeRecord(ResourceType type, CallMode mode) {
        String required = json("{" + type.requiredFields() + "}");
        ApiResponse created = mode.post(whole, type.path(), required);
        JsonObject record = document(created, 201);
        String uri = record.getString("resource_uri");
        assertThat(record).isEqualTo(solitude.get(uri).json());
        assertApplied(created, "return=representation");
        for (String method : type.methods().subList(1, type.methods().size())) {
            ApiResponse changed = method.equals("PUT") ? mode.put(whole, uri, required) : mode.patch(whole, uri, "{}");
            assertThat(document(changed, 200))
                    .as(method)
                    .isEqualTo(solitude.get(uri).json());
            assertApplied(changed, "return=representation");
        }
    }

    @ParameterizedTest
    @MethodSource("everyTypeInBothModes")
    void minimalHasNoBody(ResourceType type, CallMode mode) {
        String required = json("{" + type.requiredFields() + "}");
        ApiResponse created = mode.post(minimal, type.path(), required);
        assertThat(created.status()).as("%s", created).isEqualTo(201);
        assertEmptyWithTag(created);
        String uri = created.header("Location").orElseThrow();
        ApiResponse read = solitude.get(uri);
        assertThat(created.header("ETag")).isEqualTo(read.header("ETag"));
        for (String method : type.methods().subList(1, type.methods().size())) {
            ApiResponse changed =
                    method.equals("PUT") ? mode.put(minimal, uri, required) : mode.patch(minimal, uri, "{}");
            assertThat(changed.status()).as("%s", changed).isEqualTo(204);
            assertEmptyWithTag(changed);
        }
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void closedBuyerIsShownOnRequest(CallMode mode) {
        ApiResponse closed = mode.post(whole, create() + "close/", "");
        assertThat(document(closed, 200).getBoolean("active")).isFalse();
        assertThat(closed.json())
                .isEqualTo(solitude.get(closed.json().getString("resource_uri")).json());
        assertApplied(closed, "return=representation");
        ApiResponse closedSilently = mode.post(minimal, create() + "close/", "");
        assertThat(closedSilently.status()).isEqualTo(204);
        assertApplied(closedSilently, "return=minimal");
        ApiResponse byDefault = mode.post(solitude, create() + "close/", "");
        assertThat(byDefault.status()).isEqualTo(204);
        assertThat(byDefault.header("Preference-Applied")).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void unknownPreferenceAndRefusalApplyNothing(CallMode mode) {
        ApiResponse odd = mode.post(solitude.with("Prefer", "return=all"), BUYERS, buyer());
        assertThat(document(odd, 201).keySet())
                .containsExactlyInAnyOrder("paypal", "pin", "resource_pk", "resource_uri", "uuid");
        assertThat(odd.header("Preference-Applied")).isEmpty();
        ApiResponse refused = mode.post(minimal, BUYERS, "{}");
        assertThat(document(refused, 422)).containsKey("errors");
        assertThat(refused.header("Preference-Applied")).isEmpty();
    }

    @Test
    void applied202NamesOnlyTheAsynchronousPreferences() {
        SolitudeClient both = solitude.with("Prefer", "respond-async, return=minimal");
        ApiResponse accepted = both.post(BUYERS, buyer());
        assertThat(accepted.status()).isEqualTo(202);
        assertApplied(accepted, "respond-async");
        ApiResponse replay = AcceptedTask.of(solitude, accepted).awaitReplay();
        assertThat(replay.status()).isEqualTo(201);
        assertEmptyWithTag(replay);
    }

    @Test
    void responseAfterWaitNamesAllPreferences() {
        ApiResponse waited = solitude.with("Prefer", "respond-async, wait=30, return=minimal")
                .post(BUYERS, buyer());
        assertThat(waited.status()).as("%s", waited).isEqualTo(201);
        assertThat(waited.body()).isEmpty();
        assertApplied(waited, "respond-async, wait=30, return=minimal");
    }

    @Test
    void repeatWithKeyGetsTheFirstForm() {
        String key = uniqueName("key");
        String buyer = buyer();
        ApiResponse first = minimal.with("Idempotency-Key", key).post(BUYERS, buyer);
        ApiResponse repeat = whole.with("Idempotency-Key", key).post(BUYERS, buyer);
        assertThat(repeat.status()).isEqualTo(201);
        assertThat(repeat.body()).isEmpty();
        assertThat(repeat.every("Preference-Applied")).isEqualTo(first.every("Preference-Applied"));
    }

    private String create() {
        return document(solitude.post(BUYERS, buyer()), 201).getString("resource_uri");
    }

    private static String buyer() {
        return json("{'uuid': '%s'}", uniqueName("buyer"));
    }

    private static void assertEmptyWithTag(ApiResponse response) {
        assertThat(response.body()).isEmpty();
        assertThat(response.header("ETag")).isPresent();
        assertApplied(response, "return=minimal");
    }

    private static void assertApplied(ApiResponse response, String preferences) {
        assertThat(response.every("Preference-Applied")).as("%s", response).containsExactly(preferences);
    }
}
