package org.solitude.resources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.solitude.resources.ViolationAssertions.document;
import static org.solitude.resources.ViolationAssertions.json;
import static org.solitude.resources.ViolationAssertions.uniqueName;

import jakarta.json.JsonObject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.SolitudeClient;

/**
 * Tests lists of {@code -Dlists.rows} rows: by default a few more than are counted, a million with the command in
 * docs/testing.md. Each page is read several times and the fastest counts: a scan of a million rows is never fast,
 * while a busy machine sometimes is.
 */
@UsesSharedServer
class LongListsIT {
    private static final int ROWS = Integer.getInteger("lists.rows", 12_000);
    private static final int BATCH = 10_000;
    private static final int TRIES = 5;
    private static final Duration FAST = Duration.ofMillis(250);

    private final SolitudeClient solitude = TestServer.client();
    private final String provider = uniqueName("fill");

    @Test
    void deepPagesOfLongListAreFastAndCountIsCapped() {
        String product = ResourceType.PRODUCT.create();
        String seller = solitude.get(product).json().getString("seller");
        fill(product.replaceAll("\\D", ""));
        String now = Instant.now().toString();
        String middle = created(page("/generic/transaction/?limit=1&uuid=" + provider + "-" + ROWS / 2));
        for (String filter : List.of(
                "",
                "status=1",
                "provider=" + provider,
                "seller=" + seller,
                "seller=" + seller + "&status=2",
                "provider=" + provider + "&status=3",
                "uuid=" + provider + "-7",
                "created_from=" + middle,
                "created_before=" + middle,
                "seller=" + seller + "&created_before=" + middle,
                "status=2&created_from=" + middle + "&created_before=" + now,
                "created_from=" + now,
                "seller=999999999")) {
            assertFast("/generic/transaction/?" + filter);
            assertFast("/generic/transaction/?offset=10000&" + filter);
        }
        String list = "/generic/transaction/?limit=100&provider=" + provider;
        JsonObject meta = page(list).getJsonObject("meta");
        assertThat(meta.getInt("total_count")).isEqualTo(10_000);
        assertThat(meta.getBoolean("total_count_exact")).isFalse();
        String next = page(list + "&offset=10000").getJsonObject("meta").getString("next");
        assertThat(next).as("the next page continues by key").doesNotContain("offset");
        assertFast(next);
        assertThat(page(next).getJsonArray("objects")).hasSize(100);
        assertThat(solitude.get(list + "&offset=10001").status()).isEqualTo(422);
    }

    private static String created(JsonObject page) {
        return page.getJsonArray("objects").getJsonObject(0).getString("created");
    }

    private void fill(String product) {
        for (int created = 0; created < ROWS; created += BATCH) {
            int rows = Math.min(BATCH, ROWS - created);
            var response = solitude.post(
                    "/probe/fill/",
                    json("{'name': '%s', 'product': %s, 'first': %d, 'rows': %d}", provider, product, created, rows));
            assertThat(response.text()).as("%s", response).isEqualTo(Integer.toString(rows));
        }
    }

    private void assertFast(String path) {
        long fastest = LongStream.generate(() -> time(path)).limit(TRIES).min().orElseThrow();
        assertThat(Duration.ofNanos(fastest)).as(path).isLessThan(FAST);
    }

    private long time(String path) {
        long start = System.nanoTime();
        page(path);
        return System.nanoTime() - start;
    }

    private JsonObject page(String path) {
        return document(solitude.get(path), 200);
    }
}
