package org.solitude.persistence.schema;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.Resource;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.solitude.proxy.ProxySettings;

/**
 * Migrates the schema before the first request or message is served: a startup bean comes before both. A proxy has
 * none.
 */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class SchemaMigration {

    @Resource(lookup = "java:jboss/datasources/Solitude")
    private DataSource database;

    @Inject
    private ProxySettings proxy;

    @PostConstruct
    void migrate() {
        if (proxy.isProxy()) {
            return;
        }
        Flyway.configure(SchemaMigration.class.getClassLoader())
                .dataSource(database)
                .locations("classpath:db/migration")
                .load()
                .migrate();
    }
}
