package org.solitude.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The process of a server: the JVM itself, not a shell around it, so that {@link #kill} kills what it says. */
public final class RunningServer implements AutoCloseable {

    private static final Duration GRACE = Duration.ofMinutes(2);

    private final WildFlyHome home;
    private final Process process;
    private final Endpoints endpoints;
    private final Deployments deployments;
    private final Path logs;

    RunningServer(WildFlyHome home, Process process, Endpoints endpoints, Deployments deployments, Path logs) {
        this.home = home;
        this.process = process;
        this.endpoints = endpoints;
        this.deployments = deployments;
        this.logs = logs;
    }

    /** The root of the REST API, with a trailing slash. */
    public URI baseUri() {
        return endpoints.apiUri();
    }

    /** The root of the management interface, with a trailing slash. */
    public URI managementUri() {
        return endpoints.managementUri();
    }

    /** The id of the process. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the server runs without boot errors, has deployed what it should, and serves requests.
     *
     * @throws ServerStartException at once when it has failed, or when the time is up
     */
    public RunningServer awaitReady(Duration limit) {
        ServerReadiness health = new ServerReadiness(managementUri());
        long deadline = System.nanoTime() + limit.toNanos();
        while (!(deployments.areDeployed() && health.isUp())) {
            deployments.failure().ifPresent(reason -> {
                throw new ServerStartException("The deployment failed: " + reason, logs);
            });
            if (System.nanoTime() > deadline) {
                throw new ServerStartException("Not ready after " + limit + ": " + health.lastWord(), logs);
            }
            if (awaitExit(Duration.ofMillis(200))) {
                throw new ServerStartException("The process ended with " + process.exitValue(), logs);
            }
        }
        return this;
    }

    /** Runs {@code solitude.cli} against this running server, which reloads itself if it must. */
    public void prepareAgain() {
        SetupScript.solitude(home)
                .prepareRunning(managementUri().getHost(), managementUri().getPort(), logs.resolve("prepare.log"));
    }

    /** Asks it to stop: running requests and replays finish, within SOLITUDE_SHUTDOWN_TIMEOUT. SIGTERM. */
    public void terminate() {
        process.destroy();
    }

    /** Ends it on the spot, wherever it stands, and returns when it is gone. SIGKILL. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(GRACE);
    }

    /** Whether it has ended within this time. */
    public boolean awaitExit(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server's end", e);
        }
    }

    /** Waits for its end, however long, and tells how it ended. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** Stops it; kills it where it does not stop. */
    @Override
    public void close() {
        terminate();
        if (!awaitExit(GRACE)) {
            kill();
        }
    }
}
