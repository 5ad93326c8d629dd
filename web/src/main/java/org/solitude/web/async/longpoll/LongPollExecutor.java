package org.solitude.web.async.longpoll;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedThreadFactory;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.solitude.task.longpoll.LongPollSettings;

/** Runs the answers of suspended requests on a few managed threads, however many requests are suspended. */
@ApplicationScoped
class LongPollExecutor implements Executor {

    private static final int IDLE_SECONDS = 30;

    @Inject
    private LongPollSettings settings;

    @Resource
    private ManagedThreadFactory threads;

    private @Nullable ThreadPoolExecutor pool;

    @PostConstruct
    void open() {
        pool = new ThreadPoolExecutor(
                settings.threads(),
                settings.threads(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(),
                threads);
        pool.allowCoreThreadTimeOut(true);
    }

    @Override
    public void execute(Runnable response) {
        Objects.requireNonNull(pool).execute(response);
    }

    @PreDestroy
    void close() {
        Objects.requireNonNull(pool).shutdown();
    }
}
