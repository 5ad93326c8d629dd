package org.solitude.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.PersistenceException;
import jakarta.resource.ResourceException;
import jakarta.transaction.RollbackException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are the infrastructure's. */
class InfrastructureFailureTest {

    @ParameterizedTest
    @ValueSource(
            strings = {"08006", "40001", "40P01", "53300", "57014", "57P01", "55P03", "25006", "25P03", "58000", "58030"
            })
    void transientSqlStateIsInfrastructure(String state) {
        assertThat(InfrastructureFailure.isCauseOf(wrapped(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"23505", "22001", "25001", "42601", "0A000"})
    void permanentSqlStateIsNotInfrastructure(String state) {
        assertThat(InfrastructureFailure.isCauseOf(wrapped(new SQLException("", state))))
                .isFalse();
    }

    @Test
    void exhaustedPoolAndLostTransactionAreInfrastructure() {
        assertThat(InfrastructureFailure.isCauseOf(wrapped(new SQLException(new ResourceException("IJ000453")))))
                .isTrue();
        assertThat(InfrastructureFailure.isCauseOf(wrapped(new SQLTransientConnectionException())))
                .isTrue();
        assertThat(InfrastructureFailure.isCauseOf(new RollbackException("ARJUNA016053")))
                .isTrue();
    }

    @Test
    void constraintViolationAtCommitIsNotInfrastructure() {
        RollbackException rolledBack = new RollbackException();
        rolledBack.initCause(wrapped(new SQLException("", "23505")));
        assertThat(InfrastructureFailure.isCauseOf(rolledBack)).isFalse();
    }

    @Test
    void errorOfJvmIsInfrastructure() {
        assertThat(InfrastructureFailure.isCauseOf(new OutOfMemoryError())).isTrue();
        assertThat(InfrastructureFailure.isCauseOf(new IllegalStateException(new NoClassDefFoundError())))
                .isTrue();
    }

    @Test
    void bugIsNotInfrastructure() {
        assertThat(InfrastructureFailure.isCauseOf(new IllegalStateException())).isFalse();
    }

    private static RuntimeException wrapped(SQLException e) {
        return new PersistenceException(new RuntimeException(e));
    }
}
