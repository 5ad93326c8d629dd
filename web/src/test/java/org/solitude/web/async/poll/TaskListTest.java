package org.solitude.web.async.poll;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.json.bind.Jsonb;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.solitude.web.http.json.JsonbProvider;
import org.solitude.web.http.listing.ListDocument;

/** Tests the JSON of the task list, which clients read by these names. */
class TaskListTest {

    private final Jsonb jsonb = new JsonbProvider().getContext(TaskList.class);

    @Test
    void exactCountIsReported() {
        assertThat(json(new ListDocument.Meta(2, 0, null, null, 7, null)))
                .isEqualTo("{\"meta\":{\"limit\":2,\"next\":null,\"offset\":0,\"previous\":null,"
                        + "\"total_count\":7,\"total_count_exact\":true},\"objects\":[]}");
    }

    @Test
    void inexactCountIsReported() {
        assertThat(json(new ListDocument.Meta(2, 4, "/next", "/previous", 10_000, false)))
                .isEqualTo("{\"meta\":{\"limit\":2,\"next\":\"/next\",\"offset\":4,\"previous\":\"/previous\","
                        + "\"total_count\":10000,\"total_count_exact\":false},\"objects\":[]}");
    }

    private String json(ListDocument.Meta meta) {
        return jsonb.toJson(TaskList.of(new ListDocument<>(meta, List.of())));
    }
}
