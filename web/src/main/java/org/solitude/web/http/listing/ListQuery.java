package org.solitude.web.http.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.paging.CreationRange;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.web.http.json.StorableText;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/**
 * Reads the query of a list: its page and its filters. A parameter that is unknown, repeated, malformed or out of range
 * is refused with a problem that names it; none is ignored.
 */
public class ListQuery {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MAX_LIMIT = 100;
    private static final int MAX_YEAR = 9999;
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";
    private static final String CURSOR = "cursor";
    private static final String CREATED_FROM = "created_from";
    private static final String CREATED_BEFORE = "created_before";
    private static final Set<String> PAGING = Set.of(LIMIT, OFFSET, CURSOR);
    private static final Set<String> OF_ALL_LISTS = Set.of(LIMIT, OFFSET, CURSOR, CREATED_FROM, CREATED_BEFORE);

    private final String path;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final PageRequest pageRequest;

    /**
     * Reads the query.
     *
     * @param path the path of the list, for the links to other pages
     * @param filters the names of the list's filters
     * @throws ProblemException 400 for a query that cannot be answered
     * @throws InvalidFieldsException 422 for an offset beyond {@link PageRequest#EXACT}
     */
    public ListQuery(MultivaluedMap<String, String> parameters, String path, List<String> filters) {
        this.path = path;
        parameters.forEach((name, given) -> {
            if (!filters.contains(name) && !OF_ALL_LISTS.contains(name)) {
                throw invalid("This list has no such filter; it has " + String.join(", ", filters)
                        + (filters.isEmpty() ? "" : ", ") + "created_from, created_before, limit and offset.");
            }
            if (given.size() != 1) {
                throw invalid("Give " + name + " once.");
            }
            values.put(name, given.get(0));
        });
        this.pageRequest = readPageRequest();
    }

    private PageRequest readPageRequest() {
        int limit = (int) integer(LIMIT, DEFAULT_LIMIT, 1, MAX_LIMIT);
        int offset = (int) integer(OFFSET, 0, 0, Integer.MAX_VALUE);
        if (offset > PageRequest.EXACT) {
            throw new InvalidFieldsException(
                    OFFSET, "OUT_OF_RANGE", "Go beyond " + PageRequest.EXACT + " by the links in the pages' next.");
        }
        if (!values.containsKey(CURSOR)) {
            return new PageRequest(limit, offset, null, created());
        }
        if (values.containsKey(OFFSET)) {
            throw invalid("Give offset or cursor, not both.");
        }
        return new PageRequest(limit, 0, integer(CURSOR, 0, 0, Long.MAX_VALUE), created());
    }

    private CreationRange created() {
        return new CreationRange(time(CREATED_FROM), time(CREATED_BEFORE));
    }

    private @Nullable Instant time(String name) {
        return value(
                name,
                "a time with its offset from UTC, as 2026-11-24T22:00:00Z or 2026-11-24T23:00:00%2B01:00",
                ListQuery::instant);
    }

    /** Parses a time; one without a year of four digits is beyond what the database can compare. */
    private static Instant instant(String text) {
        try {
            OffsetDateTime time = OffsetDateTime.parse(text);
            if (time.getYear() < 1 || time.getYear() > MAX_YEAR) {
                throw new IllegalArgumentException("out of range");
            }
            return time.toInstant();
        } catch (DateTimeException otherForm) {
            throw new IllegalArgumentException(otherForm);
        }
    }

    /** Returns a filter's text, null where it is not given. */
    public @Nullable String text(String filter) {
        return value(filter, "text without U+0000", text -> {
            if (!StorableText.isStorable(text)) {
                throw new IllegalArgumentException("not storable");
            }
            return text;
        });
    }

    /** Returns a filter that is true or false, null where it is not given. */
    public @Nullable Boolean flag(String filter) {
        return value(filter, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        });
    }

    /** Returns the page that the client asks for. */
    public PageRequest pageRequest() {
        return pageRequest;
    }

    /**
     * Makes the document of a page.
     *
     * @param page the page of {@link #pageRequest}
     * @param key the key by which the list is sorted
     * @param form the document of one object
     */
    public <E, D> ListDocument<D> document(Page<E> page, ToLongFunction<E> key, Function<E, D> form) {
        List<E> objects = page.objects();
        String next = page.more() ? next(key.applyAsLong(objects.get(objects.size() - 1))) : null;
        Boolean inexact = page.exact() ? null : Boolean.FALSE;
        return new ListDocument<>(
                new ListDocument.Meta(
                        pageRequest.limit(), pageRequest.offset(), next, previous(), page.total(), inexact),
                objects.stream().map(form).toList());
    }

    private String next(long last) {
        int offset = pageRequest.offset() + pageRequest.limit();
        return pageRequest.before() == null && offset <= PageRequest.EXACT ? link(OFFSET, offset) : link(CURSOR, last);
    }

    private @Nullable String previous() {
        return pageRequest.offset() == 0 ? null : link(OFFSET, Math.max(0, pageRequest.offset() - pageRequest.limit()));
    }

    private String link(String position, long value) {
        StringBuilder link = new StringBuilder(path + "?limit=" + pageRequest.limit() + "&" + position + "=" + value);
        values.forEach((name, filter) -> {
            if (!PAGING.contains(name)) {
                link.append('&').append(name).append('=').append(URLEncoder.encode(filter, UTF_8));
            }
        });
        return link.toString();
    }

    private long integer(String name, long defaultValue, long least, long most) {
        String form =
                most == MAX_LIMIT ? "a whole number from " + least + " to " + most : "a whole number from " + least;
        Long number = value(name, form, text -> {
            long read = Long.parseLong(text);
            if (read < least || read > most) {
                throw new IllegalArgumentException("out of range");
            }
            return read;
        });
        return number == null ? defaultValue : number;
    }

    /**
     * Parses a parameter's value; null where it is not given.
     *
     * @param form the required form, for the problem's text
     * @param parse throws {@link IllegalArgumentException} for a value of another form
     */
    public <T> @Nullable T value(String name, String form, Function<String, T> parse) {
        String text = values.get(name);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw invalid(name + " must be " + form + ".");
        }
    }

    private static ProblemException invalid(String detail) {
        return new ProblemException(Problem.of(ProblemType.INVALID_QUERY, detail));
    }
}
