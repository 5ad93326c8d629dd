package org.solitude.task.jpa;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.solitude.persistence.paging.CreationRange;
import org.solitude.persistence.paging.KeyRange;
import org.solitude.task.TaskFilter;

/** Tests the value with which the index on paths is searched. */
class TaskFilterClauseTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 254, 255, 256, 8_000})
    void indexIsSearchedForAsMuchOfThePathAsItHas(int length) {
        String path = "/".repeat(length);
        TaskFilterClause clause = TaskFilterClause.of(
                new TaskFilter(null, null, null, null, path, Instant.EPOCH),
                CreationRange.ALL,
                new KeyRange(0, Long.MAX_VALUE));
        assertThat(clause.parameters())
                .containsEntry("indexed", "/".repeat(Math.min(length, 255)))
                .containsEntry("path", path);
    }
}
