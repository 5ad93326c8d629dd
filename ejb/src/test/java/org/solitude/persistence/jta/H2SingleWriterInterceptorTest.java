package org.solitude.persistence.jta;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which SQL statements write to H2's store. */
class H2SingleWriterInterceptorTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "insert into buyer (id) values (?)",
                "update buyer set email=? where id=?",
                "delete from delayed_request rr1_0 where rr1_0.task_id=?",
                "merge into a using b on a.id=b.id when matched then delete",
                "select next value for buyer_seq",
                "select dt1_0.id from delayed_task dt1_0 where dt1_0.id=? for update",
                "SELECT id FROM buyer ORDER BY id FOR UPDATE SKIP LOCKED",
                "call next value for buyer_seq"
            })
    void statementThatChangesTheStoreIsAWrite(String sql) {
        assertThat(H2SingleWriterInterceptor.writes(sql)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "select b1_0.id from buyer b1_0 where b1_0.uuid=?",
                " select count(*) from (select t.id from delayed_task t limit 10) c"
            })
    void plainReadIsNotAWrite(String sql) {
        assertThat(H2SingleWriterInterceptor.writes(sql)).isFalse();
    }
}
