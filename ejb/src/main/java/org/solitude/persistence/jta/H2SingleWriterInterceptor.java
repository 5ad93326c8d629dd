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
 * On H2 one transaction writes at a time. Its store saves table after table while other transactions go on, and so a kill
 * can leave one half of a transaction behind (docs/adr/0016). Hibernate finds this class by its service file. On
 * PostgreSQL it does nothing.
 */
public class H2SingleWriterInterceptor implements SessionFactoryBuilderFactory {

    /** As long as a statement waits for a row (LOCK_TIMEOUT in solitude.cli). */
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

    /** All but plain reading: to lock a row and to draw a number are writes to H2's store. */
    static boolean writes(String sql) {
        String statement = sql.strip().toLowerCase(Locale.ROOT);
        return !statement.startsWith("select ")
                || statement.contains(" for update")
                || statement.startsWith("select next value");
    }

    /** The server's transactions and connections, as Hibernate sees them. */
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

        /** The pool keeps a connection with its transaction, from the first time it is asked for until the end. */
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
