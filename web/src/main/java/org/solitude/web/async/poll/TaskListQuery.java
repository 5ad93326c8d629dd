package org.solitude.web.async.poll;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.solitude.caller.Caller;
import org.solitude.task.TaskFilter;
import org.solitude.task.TaskLookup;
import org.solitude.task.TaskState;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;

/**
 * The query of a list of tasks, checked: what is unknown or out of range is told, not ignored.
 *
 * @param limit tasks on a page, 1 to 100
 * @param offset tasks to skip
 * @param filters the client's filters, to be kept in the links to other pages
 */
record TaskListQuery(int limit, int offset, Map<String, String> filters, TaskFilter filter) {

    private static final String PATH = "/delay/result/";
    private static final int DEFAULT_LIMIT = 20;
    private static final int MOST = 100;
    private static final Set<String> FILTERS = Set.of("uuid", "state", "run");
    private static final Set<String> PAGING = Set.of("limit", "offset", "cursor");

    /**
     * Reads the query.
     *
     * @throws WebApplicationException 400 with a problem that names the parameter, 422 for an offset that is too large
     */
    static TaskListQuery of(MultivaluedMap<String, String> parameters, Caller caller, Instant now) {
        Map<String, String> filters = new LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!FILTERS.contains(name) && !PAGING.contains(name)) {
                throw refused(name + " is no filter of this list; there are uuid, state and run.");
            }
            if (values.size() > 1) {
                throw refused(name + " may be given once only.");
            }
            if (FILTERS.contains(name)) {
                filters.put(name, values.get(0));
            }
        });
        int limit = number(parameters, "limit", DEFAULT_LIMIT, 1, MOST);
        int offset = number(parameters, "offset", 0, 0, Integer.MAX_VALUE);
        if (offset > TaskLookup.EXACT) {
            throw new ProblemException(Problem.of(
                    422,
                    "offset goes up to " + TaskLookup.EXACT
                            + "; beyond it follow the cursor in the last page's next."));
        }
        TaskFilter filter = new TaskFilter(
                caller.isOperator() ? null : caller.id(),
                value(parameters, "uuid", "a UUID", UUID::fromString),
                value(parameters, "state", "a task's state in lower case", TaskState::of),
                value(parameters, "run", "true or false", TaskListQuery::bool),
                value(parameters, "cursor", "as the last page's next gave it", Long::valueOf),
                now);
        return new TaskListQuery(limit, offset, filters, filter);
    }

    /** The path of the page after the one that ends with the task {@code last}. */
    String next(long last) {
        boolean skips = filter.before() == null && offset + limit <= TaskLookup.EXACT;
        return skips ? page("offset", offset + limit) : page("cursor", last);
    }

    /** The path of the page before this one. */
    @Nullable
    String previous() {
        return offset == 0 || filter.before() != null ? null : page("offset", Math.max(0, offset - limit));
    }

    private String page(String name, long value) {
        StringJoiner query = new StringJoiner("&", PATH + "?", "");
        query.add("limit=" + limit).add(name + "=" + value);
        filters.forEach((filterName, filterValue) -> query.add(filterName + "=" + filterValue));
        return query.toString();
    }

    private static int number(
            MultivaluedMap<String, String> parameters, String name, int otherwise, int least, int most) {
        String form = most == Integer.MAX_VALUE
                ? "a whole number from " + least
                : "a whole number from " + least + " to " + most;
        Integer number = value(parameters, name, form, Integer::valueOf);
        if (number == null) {
            return otherwise;
        }
        if (number < least || number > most) {
            throw refused(name + " must be " + form + ".");
        }
        return number;
    }

    private static <T> @Nullable T value(
            MultivaluedMap<String, String> parameters, String name, String form, Function<String, T> parse) {
        List<String> values = parameters.get(name);
        if (values == null) {
            return null;
        }
        try {
            return parse.apply(values.get(0));
        } catch (IllegalArgumentException e) {
            throw refused(name + " must be " + form + ".");
        }
    }

    private static Boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("neither true nor false");
        };
    }

    private static WebApplicationException refused(String detail) {
        return new ProblemException(Problem.of(400, detail));
    }
}
