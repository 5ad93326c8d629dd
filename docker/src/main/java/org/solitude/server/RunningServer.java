package org.solitude.server;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The process of a server. It is the JVM itself, without a shell around it, so that {@link #kill} ends the server. */
public final class RunningServer implements AutoCloseable {

    private static final Duration STOP_LIMIT = Duration.ofMinutes(2);

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

    /** Returns the root of the REST API, with a trailing slash. */
    public URI baseUri() {
        return endpoints.apiUri();
    }

    /** Returns the root of the management interface, with a trailing slash. */
    public URI managementUri() {
        return endpoints.managementUri();
    }

    /** Returns the process id. */
    public long pid() {
        return process.pid();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /**
     * Waits until the server has started without boot errors, has deployed all archives and accepts requests.
     *
     * @throws ServerStartException at once when the start has failed, or after the limit
     */
    public RunningServer awaitReady(Duration limit) {
        ServerReadiness health = new ServerReadiness(managementUri());
        long deadline = System.nanoTime() + limit.toNanos();
        while (!(deployments.areDeployed() && health.isUp())) {
            deployments.failure().ifPresent(reason -> {
                throw new ServerStartException("The deployment failed: " + reason, logs);
            });
            if (System.nanoTime() > deadline) {
                throw new ServerStartException("Not ready after " + limit + ": " + health.lastAnswer(), logs);
            }
            if (awaitExit(Duration.ofMillis(200))) {
                throw new ServerStartException("The process ended with " + process.exitValue(), logs);
            }
        }
        return this;
    }

    /** Runs {@code solitude.cli} against this running server, which reloads if needed. */
    public void prepareAgain() {
        SetupScript.solitude(home)
                .prepareRunning(managementUri().getHost(), managementUri().getPort(), logs.resolve("prepare.log"));
    }

    /**
     * Sends SIGTERM: the server stops after running requests and replays, within SOLITUDE_SHUTDOWN_TIMEOUT. Does not
     * wait.
     */
    public void terminate() {
        process.destroy();
    }

    /** Sends SIGKILL and waits for the end of the process. */
    public void kill() {
        process.destroyForcibly();
        awaitExit(STOP_LIMIT);
    }

    /** Waits for the end of the process; returns whether it ended within the limit. */
    public boolean awaitExit(Duration limit) {
        try {
            return process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the server to end", e);
        }
    }

    /** Waits without limit for the end of the process and returns its exit code. */
    public int awaitExit() throws InterruptedException {
        return process.waitFor();
    }

    /** Terminates the server; kills it if it does not stop within two minutes. */
    @Override
    public void close() {
        terminate();
        if (!awaitExit(STOP_LIMIT)) {
            kill();
        }
    }
}
