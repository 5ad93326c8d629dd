package org.solitude.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.solitude.harness.JmsQueue;
import org.solitude.harness.ManagementClient;
import org.solitude.harness.TestServer;
import org.solitude.harness.UsesSharedServer;
import org.solitude.server.AdminLogin;
import org.solitude.testkit.client.AcceptedTask;
import org.solitude.testkit.client.SolitudeClient;

/**
 * The queue in WildFly's admin console, in a real browser, as the operator sees it at night. Leaves what it looked like in
 * {@code ear/target/pictures}.
 */
@UsesSharedServer
class ConsoleIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration UNTIL_SHOWN = Duration.ofSeconds(1);
    private static final Path PICTURES = Path.of("target", "pictures");
    private static final String REFRESH_COLUMN = "#msg-server-destination-refresh";
    private static final String DELAYED_REQUESTS = "#default-jms-queue-delayedrequests";

    private final SolitudeClient solitude = TestServer.client();
    private final ManagementClient management = new ManagementClient(TestServer.running());
    private final JmsQueue queue = management.queue("DelayedRequests");

    @BeforeEach
    void nothingWaits() {
        await().atMost(SOON).until(() -> queue.messages().isEmpty() && queue.delivering() == 0);
    }

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @Test
    void theOperatorSeesWhatWaitsAndLetsItRun() {
        try (Browser browser = Browser.open()) {
            queue.pause();
            List<AcceptedTask> waiting = Stream.of("1", "2", "3")
                    .map(uuid -> solitude.asynchronously().post("/probe/echo/", "{\"uuid\": \"" + uuid + "\"}"))
                    .toList();
            open(browser);
            seeAfterRefreshing(browser, "paused", "Paused\ntrue", "Delivering Count\n0");
            assertThat(number(browser.text(), "Message Count")).isGreaterThanOrEqualTo(waiting.size());
            assertThat(number(browser.text(), "Consumer Count")).isPositive();

            browser.click(DELAYED_REQUESTS + " .dropdown-toggle");
            browser.click(DELAYED_REQUESTS + " .dropdown-menu li:first-child a");
            waiting.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
            seeAfterRefreshing(browser, "running", "Paused\nfalse", "Delivering Count\n0");
        }
    }

    @Test
    void eachWaitingMessageStandsInTheConsole() {
        try (Browser browser = Browser.open()) {
            queue.pause();
            AcceptedTask urgent =
                    solitude.with("Solitude-Priority", "9").asynchronously().post("/probe/echo/", "{}");
            open(browser);
            browser.click(DELAYED_REQUESTS + " .btn-group a.btn-finder");
            see(browser, "messages", "JMSPriority: 9", "JMSDeliveryMode: false");
            queue.resume();
            urgent.awaitReplay();
        }
    }

    /** Logs in by the address, then walks the console's columns to the queue. */
    private static void open(Browser browser) {
        AdminLogin login = TestServer.running().adminLogin();
        int port = TestServer.running().ports().management();
        browser.visit(
                URI.create("http://%s:%s@127.0.0.1:%d/management".formatted(login.user(), login.password(), port)));
        browser.visit(URI.create("http://127.0.0.1:%d/console/index.html#runtime".formatted(port)));
        browser.click("li[id^=standalone-host-]");
        browser.click("#messaging-activemq");
        browser.click("#server-item-runtime");
        browser.click("#msgs-default");
        browser.click(DELAYED_REQUESTS);
    }

    private static void see(Browser browser, String picture, String... what) {
        see(browser, picture, () -> {}, what);
    }

    /** The console keeps the numbers that it has read with the column: its own link Refresh shows the same ones again. */
    private static void seeAfterRefreshing(Browser browser, String picture, String... what) {
        see(browser, picture, () -> browser.click(REFRESH_COLUMN), what);
    }

    private static void see(Browser browser, String picture, Runnable beforeEachLook, String... what) {
        try {
            await().atMost(SOON).pollInterval(UNTIL_SHOWN).untilAsserted(() -> {
                beforeEachLook.run();
                assertThat(browser.text()).contains(what);
            });
        } finally {
            browser.saveScreenshot(PICTURES.resolve(picture + ".png"));
        }
    }

    private static int number(String page, String label) {
        return Integer.parseInt(page.split(label + "\n", 2)[1].split("\n", 2)[0]);
    }
}
