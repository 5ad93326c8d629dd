package org.solitude.web.http.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Instant;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.solitude.persistence.paging.CreationRange;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.web.http.problem.ProblemException;

/** Tests which queries of a list are refused, and the links between its pages. */
class ListQueryTest {

    @Test
    void defaultIsTheFirstPage() {
        assertThat(query().pageRequest()).isEqualTo(new PageRequest(20, 0, null));
    }

    @ParameterizedTest
    @CsvSource({
        "limit,0",
        "limit,101",
        "limit,-1",
        "limit,x",
        "limit,''",
        "limit,1e1",
        "limit,99999999999999999999",
        "offset,-1",
        "offset,x",
        "offset,3000000000",
        "cursor,-1",
        "cursor,x",
        "active,maybe",
        "active,''",
        "created_from,yesterday",
        "created_from,2026-11-24",
        "created_from,2026-11-24T22:00:00",
        "created_from,2026-11-24T22:00:00 01:00",
        "created_before,+292278994-08-17T07:12:55Z",
        "created_before,-0001-01-01T00:00:00Z",
        "created_before,''",
        "odd,1"
    })
    void invalidParameterIsRefused(String name, String value) {
        assertThatThrownBy(() -> query(name, value).flag("active")).isInstanceOf(ProblemException.class);
    }

    @Test
    void repeatedParameterAndOffsetWithCursorAreRefused() {
        assertThatThrownBy(() -> query("uuid", "a", "uuid", "b")).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> query("offset", "0", "cursor", "5")).isInstanceOf(ProblemException.class);
    }

    @Test
    void offsetBeyondTheExactCountIsRefused() {
        assertThat(query("offset", "10000").pageRequest().offset()).isEqualTo(10_000);
        assertThatThrownBy(() -> query("offset", "10001")).isInstanceOf(InvalidFieldsException.class);
    }

    @Test
    void creationTimesMayHaveAnyOffset() {
        assertThat(query("created_from", "2026-11-24T23:00:00+01:00", "created_before", "2026-11-24T22:00:01.5Z")
                        .pageRequest()
                        .created())
                .isEqualTo(new CreationRange(
                        Instant.parse("2026-11-24T22:00:00Z"), Instant.parse("2026-11-24T22:00:01.500Z")));
        assertThat(query().pageRequest().created()).isEqualTo(CreationRange.ALL);
    }

    @Test
    void linksToOtherPagesHaveTheFilters() {
        var meta = query("limit", "2", "offset", "3", "uuid", "a b&c")
                .document(page(true), key -> key, key -> key)
                .meta();
        assertThat(meta.next()).isEqualTo("/list/?limit=2&offset=5&uuid=a+b%26c");
        assertThat(meta.previous()).isEqualTo("/list/?limit=2&offset=1&uuid=a+b%26c");
        assertThat(meta.totalCount()).isEqualTo(7);
        assertThat(meta.totalCountExact()).isNull();
    }

    @Test
    void onlyPageHasNoLinks() {
        var meta = query().document(page(false), key -> key, key -> key).meta();
        assertThat(meta.next()).isNull();
        assertThat(meta.previous()).isNull();
    }

    @Test
    void pageBeyondTheExactCountHasACursor() {
        var last = query("offset", "9990", "limit", "20").document(page(true), key -> key, key -> key);
        assertThat(last.meta().next()).isEqualTo("/list/?limit=20&cursor=8");
        ListQuery beyond = query("limit", "20", "cursor", "8");
        assertThat(beyond.pageRequest()).isEqualTo(new PageRequest(20, 0, 8L));
        var meta = beyond.document(new Page<>(keys(), true, 10_000, false), key -> key, key -> key)
                .meta();
        assertThat(meta.next()).isEqualTo("/list/?limit=20&cursor=8");
        assertThat(meta.previous()).isNull();
        assertThat(meta.totalCountExact()).isFalse();
    }

    private static Page<Long> page(boolean more) {
        return new Page<>(keys(), more, 7, true);
    }

    private static List<Long> keys() {
        return LongStream.of(9, 8).boxed().toList();
    }

    private static ListQuery query(String... namesAndValues) {
        MultivaluedHashMap<String, String> parameters = new MultivaluedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            parameters.add(namesAndValues[i], namesAndValues[i + 1]);
        }
        return new ListQuery(parameters, "/list/", List.of("uuid", "active"));
    }
}
