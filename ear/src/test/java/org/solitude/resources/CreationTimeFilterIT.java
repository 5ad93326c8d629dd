package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.JsonObject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.ProblemAssertions;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the filters of all lists on creation times: {@code created_from} and {@code created_before}. */
@UsesSharedServer
class CreationTimeFilterIT {
    private final SolitudeClient solitude = TestServer.client();

    @ParameterizedTest
    @EnumSource(ResourceType.class)
    void rangeHasItsBeginningAndNotItsEnd(ResourceType type) {
        String first = type.create();
        String second = type.create();
        String third = type.create();
        String range = "?created_from=" + created(first) + "&created_before=" + created(third);
        assertThat(uris(type.path() + range)).containsSubsequence(second, first).doesNotContain(third);
        assertThat(uris(type.path() + "?created_from=" + created(second)))
                .contains(third, second)
                .doesNotContain(first);
        assertThat(uris(type.path() + "?limit=1&created_before=" + created(third)))
                .containsExactly(second);
        assertThat(uris(type.path() + "?created_from=2999-01-01T00:00:00Z")).isEmpty();
        assertThat(uris(type.path() + "?created_before=2001-01-01T00:00:00Z")).isEmpty();
    }

    @Test
    void rangeIsCombinedWithOtherFiltersAndPages() {
        String first = ResourceType.SELLER.create();
        String second = ResourceType.SELLER.create();
        String third = ResourceType.SELLER.create();
        String range = "/generic/seller/?active=true&limit=1&created_from=" + created(first) + "&created_before="
                + created(third);
        JsonObject page = solitude.get(range).json();
        assertThat(page.getJsonObject("meta").getInt("total_count")).isGreaterThanOrEqualTo(2);
        assertThat(page.getJsonArray("objects").getJsonObject(0).getString("resource_uri"))
                .isEqualTo(second);
        assertThat(uris(page.getJsonObject("meta").getString("next"))).containsExactly(first);
    }

    @Test
    void timeMayHaveAnyOffset() {
        String seller = ResourceType.SELLER.create();
        Instant created = Instant.parse(solitude.get(seller).json().getString("created"));
        String elsewhere =
                URLEncoder.encode(created.atOffset(ZoneOffset.ofHours(5)).toString(), StandardCharsets.UTF_8);
        assertThat(uris("/generic/seller/?created_from=" + elsewhere)).contains(seller);
        assertThat(uris("/generic/seller/?created_before=" + elsewhere)).doesNotContain(seller);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/generic/seller/", "/delay/result/", "/delay/callback/", "/delay/callback/secret/"})
    void otherTextIs400(String list) {
        for (String time : List.of("today", "2026-11-24", "2026-11-24T22:00:00", "2026-11-24T22:00:00+01:00", "")) {
            ApiResponse response = solitude.get(list + "?created_from=" + time);
            ProblemAssertions.assertProblem(response, 400);
            assertThat(response.json().getString("detail")).contains("created_from", "%2B01:00");
        }
        assertThat(solitude.get(list + "?created_from=2026-11-24T22:00:00Z").status())
                .isEqualTo(200);
    }

    private String created(String uri) {
        return solitude.get(uri).json().getString("created");
    }

    private List<String> uris(String list) {
        ApiResponse response = solitude.get(list);
        assertThat(response.status()).as("%s", response).isEqualTo(200);
        return response.json().getJsonArray("objects").getValuesAs(JsonObject.class).stream()
                .map(object -> object.getString("resource_uri"))
                .toList();
    }
}
