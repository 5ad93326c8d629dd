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

/** Tests the queue in WildFly's admin console with a real browser. Saves screenshots in {@code ear/target/pictures}. */
@UsesSharedServer
class ConsoleIT {
    private static final Duration SOON = Duration.ofSeconds(60);
    private static final Duration POLL_INTERVAL = Duration.ofSeconds(1);
    private static final Path SCREENSHOTS = Path.of("target", "pictures");
    private static final String REFRESH_COLUMN = "#msg-server-destination-refresh";
    private static final String DELAYED_REQUESTS = "#default-jms-queue-delayedrequests";

    private final SolitudeClient solitude = TestServer.client();
    private final ManagementClient management = new ManagementClient(TestServer.running());
    private final JmsQueue queue = management.queue("DelayedRequests");

    @BeforeEach
    void awaitEmptyQueue() {
        await().atMost(SOON).until(() -> queue.messages().isEmpty() && queue.delivering() == 0);
    }

    @AfterEach
    void resume() {
        queue.resume();
        management.close();
    }

    @Test
    void pausedQueueShowsWaitingMessagesAndCanBeResumed() {
        try (Browser browser = Browser.open()) {
            queue.pause();
            List<AcceptedTask> waiting = Stream.of("1", "2", "3")
                    .map(uuid -> solitude.asynchronously().post("/probe/echo/", "{\"uuid\": \"" + uuid + "\"}"))
                    .toList();
            open(browser);
            awaitTextAfterRefresh(browser, "paused", "Paused\ntrue", "Delivering Count\n0");
            assertThat(numberAfter(browser.text(), "Message Count")).isGreaterThanOrEqualTo(waiting.size());
            assertThat(numberAfter(browser.text(), "Consumer Count")).isPositive();

            browser.click(DELAYED_REQUESTS + " .dropdown-toggle");
            browser.click(DELAYED_REQUESTS + " .dropdown-menu li:first-child a");
            waiting.forEach(each -> assertThat(each.awaitReplay().status()).isEqualTo(200));
            awaitTextAfterRefresh(browser, "running", "Paused\nfalse", "Delivering Count\n0");
        }
    }

    @Test
    void waitingMessageIsListed() {
        try (Browser browser = Browser.open()) {
            queue.pause();
            AcceptedTask urgent =
                    solitude.with("Solitude-Priority", "9").asynchronously().post("/probe/echo/", "{}");
            open(browser);
            browser.click(DELAYED_REQUESTS + " .btn-group a.btn-finder");
            awaitText(browser, "messages", "JMSPriority: 9", "JMSDeliveryMode: false");
            queue.resume();
            urgent.awaitReplay();
        }
    }

    /** Logs in with the credentials in the URL, then navigates to the queue. */
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

    private static void awaitText(Browser browser, String screenshot, String... texts) {
        awaitText(browser, screenshot, () -> {}, texts);
    }

    /** Refreshes the console's column before each look: its link Refresh shows the cached numbers again. */
    private static void awaitTextAfterRefresh(Browser browser, String screenshot, String... texts) {
        awaitText(browser, screenshot, () -> browser.click(REFRESH_COLUMN), texts);
    }

    private static void awaitText(Browser browser, String screenshot, Runnable beforeEachLook, String... texts) {
        try {
            await().atMost(SOON).pollInterval(POLL_INTERVAL).untilAsserted(() -> {
                beforeEachLook.run();
                assertThat(browser.text()).contains(texts);
            });
        } finally {
            browser.saveScreenshot(SCREENSHOTS.resolve(screenshot + ".png"));
        }
    }

    private static int numberAfter(String page, String label) {
        return Integer.parseInt(page.split(label + "\n", 2)[1].split("\n", 2)[0]);
    }
}
