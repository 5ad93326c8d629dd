package org.solitude.console;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.opentest4j.TestAbortedException;

/** Drives a headless Chromium, from the Debian packages {@code chromium} and {@code chromium-driver}. */
final class Browser implements AutoCloseable {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final Dimension WINDOW = new Dimension(1400, 900);

    private final ChromeDriver driver;

    private Browser(ChromeDriver driver) {
        this.driver = driver;
        driver.manage().window().setSize(WINDOW);
    }

    /**
     * Opens a new window with an empty profile.
     *
     * @throws TestAbortedException if Chromium is not installed
     */
    static Browser open() {
        return start(program("chromium"), program("chromedriver"));
    }

    private static Path program(String name) {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
                .map(directory -> Path.of(directory, name))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new TestAbortedException(
                        "No " + name + " on the PATH: install the packages chromium and chromium-driver."));
    }

    private static Browser start(Path chromium, Path driver) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(chromium.toFile());
        options.addArguments(
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync");
        ChromeDriverService service = new ChromeDriverService.Builder()
                .usingDriverExecutable(driver.toFile())
                .build();
        return new Browser(new ChromeDriver(service, options));
    }

    void visit(URI page) {
        driver.get(page.toString());
    }

    /** Clicks the first element that matches, as soon as it can be clicked. */
    void click(String css) {
        await(css)
                .atMost(TIMEOUT)
                .ignoreExceptionsInstanceOf(WebDriverException.class)
                .until(() -> {
                    driver.findElement(By.cssSelector(css)).click();
                    return true;
                });
    }

    /** Returns the text that the page shows now. */
    String text() {
        return driver.findElement(By.tagName("body")).getText();
    }

    /** Saves a screenshot as a PNG file. */
    void saveScreenshot(Path file) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, driver.getScreenshotAs(OutputType.BYTES));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
    }
}
