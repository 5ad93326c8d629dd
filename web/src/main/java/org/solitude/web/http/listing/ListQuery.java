package org.solitude.web.http.listing;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;
import org.solitude.persistence.paging.Page;
import org.solitude.persistence.paging.PageRequest;
import org.solitude.validation.InvalidFieldsException;
import org.solitude.web.http.json.StorableText;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;
import org.solitude.web.http.problem.ProblemType;

/** The query of a list, checked: what is unknown, doubled or out of range is told, not ignored. */
public class ListQuery {

    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;
    private static final String LIMIT = "limit";
    private static final String OFFSET = "offset";
    private static final String CURSOR = "cursor";

    private final String path;
    private final Map<String, String> given = new LinkedHashMap<>();
    private final PageRequest slice;

    /**
     * Reads the query.
     *
     * @param path of the list, for the links to other pages
     * @param filters the names there are, besides those of paging
     */
    public ListQuery(MultivaluedMap<String, String> parameters, String path, List<String> filters) {
        this.path = path;
        parameters.forEach((name, values) -> {
            if (!filters.contains(name) && !List.of(LIMIT, OFFSET, CURSOR).contains(name)) {
                throw refused("This list has no such filter; it has " + String.join(", ", filters)
                        + (filters.isEmpty() ? "" : ", ") + "limit and offset.");
            }
            if (values.size() != 1) {
                throw refused("Give " + name + " once.");
            }
            given.put(name, values.get(0));
        });
        this.slice = slice();
    }

    private PageRequest slice() {
        int limit = (int) number(LIMIT, DEFAULT_LIMIT, 1, MOST);
        int offset = (int) number(OFFSET, 0, 0, Integer.MAX_VALUE);
        if (offset > PageRequest.EXACT) {
            throw new InvalidFieldsException(
                    OFFSET, "OUT_OF_RANGE", "Go beyond " + PageRequest.EXACT + " by the links in the pages' next.");
        }
        if (!given.containsKey(CURSOR)) {
            return new PageRequest(limit, offset, null);
        }
        if (given.containsKey(OFFSET)) {
            throw refused("Give offset or cursor, not both.");
        }
        return new PageRequest(limit, 0, number(CURSOR, 0, 0, Long.MAX_VALUE));
    }

    /** A filter's text, null where it is not given. */
    public @Nullable String text(String filter) {
        return value(filter, "text without U+0000", text -> {
            if (!StorableText.isStorable(text)) {
                throw new IllegalArgumentException("not storable");
            }
            return text;
        });
    }

    /** A filter that is true or false. */
    public @Nullable Boolean flag(String filter) {
        return value(filter, "true or false", text -> switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither");
        });
    }

    public PageRequest asSlice() {
        return slice;
    }

    /** The page of that slice, as clients see it. */
    public <E, D> ListDocument<D> answer(Page<E> page, ToLongFunction<E> key, Function<E, D> form) {
        List<E> objects = page.objects();
        String next = page.more() ? next(key.applyAsLong(objects.get(objects.size() - 1))) : null;
        Boolean inexact = page.exact() ? null : Boolean.FALSE;
        return new ListDocument<>(
                new ListDocument.Meta(slice.limit(), slice.offset(), next, previous(), page.total(), inexact),
                objects.stream().map(form).toList());
    }

    private String next(long last) {
        int offset = slice.offset() + slice.limit();
        return slice.before() == null && offset <= PageRequest.EXACT ? link(OFFSET, offset) : link(CURSOR, last);
    }

    private @Nullable String previous() {
        return slice.offset() == 0 ? null : link(OFFSET, Math.max(0, slice.offset() - slice.limit()));
    }

    private String link(String position, long value) {
        StringBuilder link = new StringBuilder(path + "?limit=" + slice.limit() + "&" + position + "=" + value);
        given.forEach((name, filter) -> {
            if (!List.of(LIMIT, OFFSET, CURSOR).contains(name)) {
                link.append('&').append(name).append('=').append(URLEncoder.encode(filter, UTF_8));
            }
        });
        return link.toString();
    }

    private long number(String name, long otherwise, long least, long most) {
        String form = most == MOST ? "a whole number from " + least + " to " + most : "a whole number from " + least;
        Long number = value(name, form, text -> {
            long read = Long.parseLong(text);
            if (read < least || read > most) {
                throw new IllegalArgumentException("out of range");
            }
            return read;
        });
        return number == null ? otherwise : number;
    }

    /** A parameter's value, null where it is not given. */
    public <T> @Nullable T value(String name, String form, Function<String, T> parse) {
        String text = given.get(name);
        try {
            return text == null ? null : parse.apply(text);
        } catch (IllegalArgumentException e) {
            throw refused(name + " must be " + form + ".");
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(Problem.of(ProblemType.INVALID_QUERY, detail));
    }
}
