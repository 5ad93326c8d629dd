package org.solitude.crypto;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.solitude.persistence.jta.Transactions;

/**
 * Re-encrypts all encrypted columns with the current key, so that an older key can be removed. Runs in the background
 * in small transactions; after an interruption it can be started again.
 */
@ApplicationScoped
public class Reencryption {

    private static final Logger LOG = System.getLogger(Reencryption.class.getName());
    private static final int BATCH = 200;

    private final AtomicBoolean running = new AtomicBoolean();
    private final AtomicLong checked = new AtomicLong();
    private final AtomicLong reencrypted = new AtomicLong();
    private volatile boolean failed;

    @Inject
    private Instance<ReencryptableTable> tables;

    @Inject
    private Transactions transactions;

    @Resource
    private ManagedExecutorService executor;

    /**
     * The progress.
     *
     * @param checked the number of rows checked since the last start
     * @param resealed the number of these that had an older key
     * @param failed whether it was aborted; the log has the cause
     */
    public record Progress(boolean running, long checked, long resealed, boolean failed) {}

    /** Starts the re-encryption, unless it is running. */
    public Progress start() {
        if (running.compareAndSet(false, true)) {
            checked.set(0);
            reencrypted.set(0);
            failed = false;
            executor.execute(this::run);
        }
        return progress();
    }

    public Progress progress() {
        return new Progress(running.get(), checked.get(), reencrypted.get(), failed);
    }

    private void run() {
        try {
            tables.forEach(this::reencrypt);
            LOG.log(Level.INFO, "re-encryption is complete: {0} rows checked, {1} re-encrypted", checked, reencrypted);
        } catch (RuntimeException e) {
            failed = true;
            LOG.log(Level.ERROR, "re-encryption was aborted; start it again", e);
        } finally {
            running.set(false);
        }
    }

    private void reencrypt(ReencryptableTable table) {
        ReencryptableTable.Page page = new ReencryptableTable.Page(Long.MIN_VALUE, BATCH, 0);
        while (page.checked() == BATCH) {
            long after = page.last();
            page = transactions.inNewTransaction(() -> table.reencryptAfter(after, BATCH));
            checked.addAndGet(page.checked());
            reencrypted.addAndGet(page.reencrypted());
        }
    }
}
