package org.solitude.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.solitude.harness.Login;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.SolitudeClient;

/** Tests the API page {@code /docs/}, also with a real browser. Saves screenshots in {@code ear/target/pictures}. */
@UsesSharedServer
class DocsPageIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Path SCREENSHOTS = Path.of("target", "pictures");

    private final SolitudeClient solitude = TestServer.client();

    @Test
    void docsPageRequiresLoginAndLoadsOnlyOwnScripts() {
        assertThat(TestServer.anonymous().get("/docs/index.html").status()).isEqualTo(401);
        ApiResponse page = solitude.get("/docs/");
        assertThat(page.status()).as("%s", page).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy").orElse(""))
                .contains("default-src 'none'", "script-src 'self'");
        assertThat(page.text()).doesNotContain("http://", "https://");
        for (String other :
                new String[] {"nothing.js", "docs.js/", "../WEB-INF/web.xml", "%2e%2e/WEB-INF/web.xml", "%00"}) {
            assertThat(solitude.get("/docs/" + other).status()).as(other).isIn(400, 404);
        }
        assertThat(solitude.post("/docs/", "{}").status()).isEqualTo(405);
    }

    @Test
    void operationCanBeExecutedInTheBrowser() {
        Login login = TestServer.running().logins().tests();
        int port = TestServer.running().ports().http();
        try (Browser browser = Browser.open()) {
            browser.visit(URI.create(
                    "http://%s:%s@127.0.0.1:%d/services/request".formatted(login.name(), login.secret(), port)));
            browser.visit(URI.create("http://127.0.0.1:%d/docs/".formatted(port)));
            awaitText(browser, "docs", "Solitude", "Buyers", "Delayed requests", "Creates a seller.");
            browser.click("#operations-Sellers-SellerResource_list button.opblock-summary-control");
            browser.click("#operations-Sellers-SellerResource_list button.execute");
            awaitText(browser, "docs-tried", "Server response", "total_count");
        }
    }

    private static void awaitText(Browser browser, String screenshot, String... texts) {
        try {
            await(screenshot).atMost(SOON).untilAsserted(() -> assertThat(browser.text())
                    .contains(texts));
        } finally {
            browser.saveScreenshot(SCREENSHOTS.resolve(screenshot + ".png"));
        }
    }
}
