package org.solitude.web.http.headers;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code Prefer} (RFC 7240): {@code respond-async}, {@code wait} in whole seconds, and {@code return}. Preferences
 * that are unknown or malformed are ignored and never an error.
 *
 * @param respondAsync whether the client accepts a 202
 * @param waitFor how long the client wants to wait for the response, null where it does not say
 * @param returned how much of the written record the client wants to see, null where it does not say
 */
public record Preferences(
        boolean respondAsync,
        @Nullable Duration waitFor,
        @Nullable Return returned) {

    public static final String NAME = "Prefer";
    public static final String APPLIED = "Preference-Applied";
    public static final String RESPOND_ASYNC = "respond-async";

    private static final String WAIT = "wait";
    private static final String RETURN = "return";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final String PAIR = "(%1$s)(?:[ \\t]*=[ \\t]*(%1$s|%2$s)?)?".formatted(TOKEN, QUOTED);

    /** One preference: its name, its value, and parameters, which are ignored. */
    private static final Pattern PREFERENCE =
            Pattern.compile("[ \\t]*" + PAIR + "(?:[ \\t]*;[ \\t]*(?:" + PAIR + ")?)*+[ \\t]*");

    /** One element of the list; a comma in quotes does not separate. */
    private static final Pattern ELEMENT = Pattern.compile("(?:" + QUOTED + "|[^,\"]++|\")++");

    /** What the response to a write contains. */
    public enum Return {
        /** The whole record. */
        REPRESENTATION,
        /** No body. */
        MINIMAL;

        /** Returns the preference as it is written, {@code return=minimal}. */
        @Override
        public String toString() {
            return RETURN + "=" + name().toLowerCase(Locale.ROOT);
        }

        private static @Nullable Return of(@Nullable String value) {
            return Arrays.stream(values())
                    .filter(each -> each.name().equalsIgnoreCase(value))
                    .findFirst()
                    .orElse(null);
        }
    }

    /** Reads the preferences of a request. */
    public static Preferences of(ContainerRequestContext request) {
        return of(request.getHeaders());
    }

    /** Reads the preferences in headers. */
    public static Preferences of(MultivaluedMap<String, String> headers) {
        return of(headers.getOrDefault(NAME, List.of()));
    }

    /** Reads all lines of the header as one list; the first preference of each name counts. */
    static Preferences of(List<String> lines) {
        Map<String, String> byName = new HashMap<>();
        for (String element : elements(String.join(",", lines))) {
            Matcher preference = PREFERENCE.matcher(element);
            if (preference.matches()) {
                byName.putIfAbsent(preference.group(1).toLowerCase(Locale.ROOT), value(preference.group(2)));
            }
        }
        return new Preferences(
                "".equals(byName.get(RESPOND_ASYNC)), seconds(byName.get(WAIT)), Return.of(byName.get(RETURN)));
    }

    /**
     * Returns the value of {@code Preference-Applied}; empty where no preference was honoured. Whether {@code return} is,
     * the response to the write itself tells.
     *
     * @param asynchronous whether the request became a task
     * @param waited the time for which the request is suspended at most, null where it is not
     */
    public Optional<String> applied(boolean asynchronous, @Nullable Duration waited) {
        List<String> applied = new ArrayList<>();
        if (asynchronous && respondAsync) {
            applied.add(RESPOND_ASYNC);
        }
        if (waited != null) {
            applied.add(WAIT + "=" + waited.toSeconds());
        }
        return applied.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", applied));
    }

    private static List<String> elements(String list) {
        return ELEMENT.matcher(list).results().map(found -> found.group()).toList();
    }

    private static String value(@Nullable String text) {
        if (text == null) {
            return "";
        }
        return text.startsWith("\"") ? text.substring(1, text.length() - 1).replaceAll("\\\\(.)", "$1") : text;
    }

    private static @Nullable Duration seconds(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
