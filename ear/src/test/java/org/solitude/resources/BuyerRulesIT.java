package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.assertViolations;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;
import static org.solitude.resources.ViolationAssertions.uniqueName;

import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests creating, changing, filtering and closing buyers, and which fields are invalid. */
@UsesSharedServer
class BuyerRulesIT {

    private static final String BUYERS = "/generic/buyer/";

    private final SolitudeClient solitude = TestServer.client();
    private final String uuid = uniqueName("buyer");

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void createdBuyerHasDocumentedBodyLocationAndEntityTag(CallMode mode) {
        ApiResponse created = mode.post(BUYERS, json("{'uuid': '%s'}", uuid));
        JsonObject buyer = document(created, 201);
        String uri = BUYERS + buyer.getInt("resource_pk") + "/";
        assertThat(created.text())
                .isEqualTo(json(
                        "{'paypal':null,'pin':false,'resource_pk':%d,'resource_uri':'%s','uuid':'%s'}",
                        buyer.getInt("resource_pk"), uri, uuid));
        assertThat(created.header("Location"))
                .contains(solitude.base().resolve(uri).toString());
        assertThat(created.header("ETag")).isEqualTo(solitude.get(uri).header("ETag"));
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void allInvalidFieldsAreReportedAtOnce(CallMode mode) {
        String body = json("{'uuid': 5, 'pin': '12a', 'active': null, 'email': 'x', 'locale': ['en'], 'counter': 3,"
                + " 'authenticated': 1e999999999, 'new_pin': '1', 'odd': {'deep': []}, 'pin_failures': 0}");
        assertViolations(
                mode.post(BUYERS, body),
                "uuid=WRONG_TYPE",
                "pin=PIN_4_NUMBERS_LONG,PIN_ONLY_NUMBERS",
                "active=WRONG_TYPE",
                "email=EMAIL_INVALID",
                "locale=WRONG_TYPE",
                "counter=CANNOT_ALTER",
                "authenticated=OUT_OF_RANGE",
                "new_pin=PIN_4_NUMBERS_LONG",
                "odd=UNKNOWN_FIELD",
                "pin_failures=CANNOT_ALTER");
        assertViolations(mode.post(BUYERS, "{}"), "uuid=FIELD_REQUIRED");
        assertViolations(mode.post(BUYERS, json("{'uuid': 'a', 'uuid': 'a'}")), "uuid=DUPLICATE_FIELD");
        assertViolations(mode.post(BUYERS, json("{'uuid': '%s'}", "a".repeat(256))), "uuid=TOO_LONG");
        assertViolations(mode.post(BUYERS, "{\"uuid\": \"a\\u0000\"}"), "uuid=INVALID_CHARACTER");
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void patchChangesNamedFieldsAndPutResetsTheOthers(CallMode mode) {
        String uri = create(json("{'uuid': '%s', 'pin': '1234', 'email': 'ada@example.org'}", uuid));
        JsonObject patched = document(mode.patch(uri, json("{'active': false}")), 200);
        assertThat(patched.getBoolean("active")).isFalse();
        assertThat(patched.getString("email")).isEqualTo("ada@example.org");
        JsonObject replaced = document(mode.put(uri, json("{'uuid': '%s', 'locale': 'en'}", uuid)), 200);
        assertThat(replaced.getBoolean("active")).isTrue();
        assertThat(replaced.get("email")).isEqualTo(JsonValue.NULL);
        assertThat(replaced.getString("locale")).isEqualTo("en");
        assertThat(replaced.getBoolean("pin")).isTrue();
        assertThat(replaced.getInt("counter")).isEqualTo(2);
        assertThat(replaced).isEqualTo(solitude.get(uri).json());
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void staleEntityTagIsRefused(CallMode mode) {
        String uri = create(json("{'uuid': '%s'}", uuid));
        String tag = solitude.get(uri).header("ETag").orElseThrow();
        SolitudeClient guarded = solitude.with("If-Match", tag);
        ApiResponse first = mode.patch(guarded, uri, json("{'locale': 'en'}"));
        assertThat(first.status()).isEqualTo(200);
        assertThat(first.header("ETag"))
                .isNotEqualTo(tag)
                .isEqualTo(solitude.get(uri).header("ETag"));
        assertThat(mode.put(guarded, uri, json("{'uuid': '%s'}", uuid)).status())
                .isEqualTo(412);
        assertThat(solitude.get(uri).json().getString("locale")).isEqualTo("en");
    }

    @Test
    void matchingEntityTagIs304() {
        String uri = create(json("{'uuid': '%s'}", uuid));
        String tag = solitude.get(uri).header("ETag").orElseThrow();
        assertThat(solitude.with("If-None-Match", tag).get(uri).status()).isEqualTo(304);
        assertThat(solitude.with("If-None-Match", "\"other\"").get(uri).status())
                .isEqualTo(200);
    }

    @Test
    void textsAreStoredUnchanged() {
        String odd = uniqueName("\uD83D\uDE00 ü '% _ ").replace("'", "") + "\uD83D\uDE00".repeat(200);
        String uri = create(json("{'uuid': '%s'}", odd));
        assertThat(solitude.get(uri).json().getString("uuid")).isEqualTo(odd);
    }

    @Test
    void buyersAreFilteredByUuidEmailAndActivity() {
        String email = uuid.substring(6) + "@example.org";
        create(json("{'uuid': '%s', 'email': '%s', 'active': false}", uuid, email));
        for (String query : new String[] {"uuid=" + uuid, "email=" + email, "email=" + email + "&active=false"}) {
            JsonObject list = solitude.get(BUYERS + "?" + query).json();
            assertThat(list.getJsonArray("objects")).as(query).hasSize(1);
            assertThat(list.getJsonObject("meta").keySet())
                    .containsExactlyInAnyOrder("limit", "offset", "next", "previous", "total_count");
        }
        assertThat(solitude.get(BUYERS + "?active=true&email=" + email).json().getJsonArray("objects"))
                .isEmpty();
        assertThat(solitude.get(BUYERS + "?odd=1").status()).isEqualTo(400);
        assertThat(solitude.get(BUYERS + "?limit=0").status()).isEqualTo(400);
        assertThat(solitude.get(BUYERS + "?offset=10001").status()).isEqualTo(422);
        assertThat(solitude.get(BUYERS + "?uuid=%00").status()).isEqualTo(400);
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void closedBuyerLosesItsPersonalData(CallMode mode) {
        String uri = create(json("{'uuid': '%s', 'email': 'ada@example.org', 'pin': '1234'}", uuid));
        assertThat(mode.post(uri + "close/", "").status()).isEqualTo(204);
        JsonObject closed = solitude.get(uri).json();
        assertThat(closed.getString("uuid")).isNotEqualTo(uuid);
        assertThat(closed.get("email")).isEqualTo(JsonValue.NULL);
        assertThat(closed.getBoolean("active")).isFalse();
        assertThat(closed.getBoolean("pin")).isFalse();
        assertThat(mode.post(uri + "close/", "").status()).isEqualTo(404);
        assertThat(mode.patch(uri, json("{'active': true}")).status()).isEqualTo(404);
        create(json("{'uuid': '%s'}", uuid));
    }

    @ParameterizedTest
    @EnumSource(CallMode.class)
    void staleEntityTagPreventsTheClosing(CallMode mode) {
        String uri = create(json("{'uuid': '%s'}", uuid));
        String tag = solitude.get(uri).header("ETag").orElseThrow();
        document(solitude.patch(uri, json("{'locale': 'en'}")), 200);
        ApiResponse stale = mode.post(solitude.with("If-Match", tag), uri + "close/", "");
        ProblemAssertions.assertProblem(stale, 412);
        assertThat(stale.json().getString("type")).isEqualTo("urn:solitude:problem:stale");
        assertThat(solitude.get(uri).json().getString("uuid")).isEqualTo(uuid);
        String present = solitude.get(uri).header("ETag").orElseThrow();
        assertThat(mode.post(solitude.with("If-Match", present), uri + "close/", "")
                        .status())
                .isEqualTo(204);
    }

    @Test
    void deleteIs405AndUnknownBuyerIs404() {
        String uri = create(json("{'uuid': '%s'}", uuid));
        assertThat(solitude.delete(uri).status()).isEqualTo(405);
        assertThat(solitude.get(BUYERS + "999999999/").status()).isEqualTo(404);
        assertThat(solitude.get(BUYERS + "x/").status()).isEqualTo(404);
        assertThat(solitude.get(uri.substring(0, uri.length() - 1)).status()).isEqualTo(200);
    }

    private String create(String body) {
        return document(solitude.post(BUYERS, body), 201).getString("resource_uri");
    }
}
