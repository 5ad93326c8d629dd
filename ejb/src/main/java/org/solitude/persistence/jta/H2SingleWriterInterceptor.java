package org.solitude.persistence.jta;

import jakarta.transaction.Synchronization;
import jakarta.transaction.SystemException;
import jakarta.transaction.Transaction;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import org.hibernate.boot.SessionFactoryBuilder;
import org.hibernate.boot.spi.MetadataImplementor;
import org.hibernate.boot.spi.SessionFactoryBuilderFactory;
import org.hibernate.boot.spi.SessionFactoryBuilderImplementor;
import org.hibernate.dialect.H2Dialect;
import org.hibernate.engine.jdbc.connections.spi.ConnectionProvider;
import org.hibernate.engine.transaction.jta.platform.spi.JtaPlatform;
import org.hibernate.service.ServiceRegistry;
import org.jspecify.annotations.Nullable;

/**
 * Lets one transaction write at a time on H2, whose store saves table after table while other transactions go on, so
 * that a kill can persist half of a transaction (docs/adr/0016). Hibernate finds this class by its service file. Does
 * nothing on PostgreSQL.
 */
public class H2SingleWriterInterceptor implements SessionFactoryBuilderFactory {

    /** As long as a statement waits for a row lock (LOCK_TIMEOUT in solitude.cli). */
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @Override
    public @Nullable SessionFactoryBuilder getSessionFactoryBuilder(
            MetadataImplementor metadata, SessionFactoryBuilderImplementor standard) {
        if (!(metadata.getDatabase().getDialect() instanceof H2Dialect)) {
            return null;
        }
        ServiceRegistry services = metadata.getMetadataBuildingOptions().getServiceRegistry();
        SingleWriterLock turn = new SingleWriterLock(
                new WildFly(
                        services.requireService(JtaPlatform.class), services.requireService(ConnectionProvider.class)),
                PATIENCE);
        return standard.applyStatementInspector(sql -> {
            if (writes(sql)) {
                turn.take();
            }
            return sql;
        });
    }

    /**
     * Returns whether a statement writes: everything but plain reads. Locking a row and fetching a sequence number
     * write to H2's store.
     */
    static boolean writes(String sql) {
        String statement = sql.strip().toLowerCase(Locale.ROOT);
        return !statement.startsWith("select ")
                || statement.contains(" for update")
                || statement.startsWith("select next value");
    }

    /** The server's transactions and connections, as Hibernate provides them. */
    private record WildFly(JtaPlatform platform, ConnectionProvider database) implements SingleWriterLock.Server {

        @Override
        public @Nullable Transaction transaction() {
            try {
                return platform.retrieveTransactionManager().getTransaction();
            } catch (SystemException e) {
                throw new TransactionFailedException("this thread's transaction is unknown", e);
            }
        }

        @Override
        public void register(Synchronization synchronization) {
            platform.registerSynchronization(synchronization);
        }

        /** The pool binds a connection to its transaction from the first request until the end. */
        @Override
        public void connect() {
            try {
                database.closeConnection(database.getConnection());
            } catch (SQLException e) {
                throw new TransactionFailedException("no connection to write with", e);
            }
        }
    }
}
