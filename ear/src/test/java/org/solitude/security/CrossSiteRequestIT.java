package org.solitude.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests that a write from another site's page is refused, although the browser adds the client's credentials. */
@UsesSharedServer
class CrossSiteRequestIT {

    private final SolitudeClient solitude = TestServer.client();
    private final String uuid = UUID.randomUUID().toString();

    @ParameterizedTest
    @CsvSource({
        "Origin, https://evil.example",
        "Origin, null",
        "Origin, http://127.0.0.1",
        "Sec-Fetch-Site, cross-site",
        "Sec-Fetch-Site, same-site"
    })
    void crossSiteWriteIs403WithoutEffects(String header, String value) {
        SolitudeClient page = solitude.with(header, value);
        for (SolitudeClient mode : new SolitudeClient[] {page, page.with("Solitude-Async", "yes")}) {
            ApiResponse response = mode.post("/generic/buyer/", "{\"uuid\": \"" + uuid + "\"}");
            assertThat(response.status()).as("%s", response).isEqualTo(403);
            assertThat(response.header("Content-Type")).contains("application/problem+json");
            assertThat(response.header("Location")).isEmpty();
        }
        assertThat(solitude.get("/generic/buyer/?uuid=" + uuid).json().getJsonArray("objects"))
                .isEmpty();
        assertThat(page.get("/generic/buyer/").status())
                .as("reads are served: the browser hides the response from the page")
                .isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"http", "https"})
    void sameOriginWriteIsServed(String scheme) {
        SolitudeClient page =
                solitude.with("Origin", scheme + "://" + solitude.base().getRawAuthority());
        assertThat(page.post("/generic/buyer/", "{\"uuid\": \"" + uuid + "\"}").status())
                .isEqualTo(201);
        assertThat(page.asynchronously()
                        .post("/generic/buyer/", "{\"uuid\": \"" + uuid + "-later\"}")
                        .awaitReplay()
                        .status())
                .isEqualTo(201);
    }

    /**
     * Behind a proxy the server may have another host name than the browser sees, so the browser's own judgement
     * counts.
     */
    @Test
    void secFetchSitePrecedesOrigin() {
        SolitudeClient page =
                solitude.with("Origin", "https://api.shop.example").with("Sec-Fetch-Site", "same-origin");
        assertThat(page.asynchronously()
                        .post("/generic/buyer/", "{\"uuid\": \"" + uuid + "\"}")
                        .awaitReplay()
                        .status())
                .isEqualTo(201);
    }
}
