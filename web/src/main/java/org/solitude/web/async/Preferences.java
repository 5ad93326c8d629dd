package org.solitude.web.async;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a request prefers (RFC 7240), as far as we know it: {@code respond-async}, and {@code wait} in whole seconds. A
 * preference is no demand: what is unknown or malformed is as if it had not been said, never an error.
 *
 * @param respondAsync whether a 202 is welcome
 * @param patience how long the client likes to wait for the answer, null where it does not say
 */
public record Preferences(boolean respondAsync, @Nullable Duration waitFor) {

    static final String NAME = "Prefer";
    static final String APPLIED = "Preference-Applied";
    static final String RESPOND_ASYNC = "respond-async";

    private static final String WAIT = "wait";
    private static final String TOKEN = "[!#$%&'*+.^_`|~0-9A-Za-z-]++";
    private static final String QUOTED = "\"(?:[^\"\\\\]++|\\\\.)*+\"";
    private static final String PAIR = "(%1$s)(?:[ \\t]*=[ \\t]*(%1$s|%2$s)?)?".formatted(TOKEN, QUOTED);

    /** One preference: its name, its value, and parameters that we know none of. */
    private static final Pattern PREFERENCE =
            Pattern.compile("[ \\t]*" + PAIR + "(?:[ \\t]*;[ \\t]*(?:" + PAIR + ")?)*+[ \\t]*");

    /** What stands between commas; a comma in quotes is none. */
    private static final Pattern ELEMENT = Pattern.compile("(?:" + QUOTED + "|[^,\"]++|\")++");

    public static Preferences of(ContainerRequestContext request) {
        return of(request.getHeaders().getOrDefault(NAME, List.of()));
    }

    /** The preferences in these lines of the header, which are one list; the first of each name counts. */
    static Preferences of(List<String> lines) {
        Map<String, String> byName = new HashMap<>();
        for (String element : elements(String.join(",", lines))) {
            Matcher preference = PREFERENCE.matcher(element);
            if (preference.matches()) {
                byName.putIfAbsent(preference.group(1).toLowerCase(Locale.ROOT), value(preference.group(2)));
            }
        }
        return new Preferences("".equals(byName.get(RESPOND_ASYNC)), seconds(byName.get(WAIT)));
    }

    /** What {@code Preference-Applied} says where we do as the client likes, and hold it no longer than that. */
    public Optional<String> applied(boolean asynchronous, @Nullable Duration held) {
        List<String> applied = new ArrayList<>();
        if (asynchronous && respondAsync) {
            applied.add(RESPOND_ASYNC);
        }
        if (held != null) {
            applied.add(WAIT + "=" + held.toSeconds());
        }
        return applied.isEmpty() ? Optional.empty() : Optional.of(String.join(", ", applied));
    }

    private static List<String> elements(String list) {
        return ELEMENT.matcher(list).results().map(found -> found.group()).toList();
    }

    private static String value(@Nullable String word) {
        if (word == null) {
            return "";
        }
        return word.startsWith("\"") ? word.substring(1, word.length() - 1).replaceAll("\\\\(.)", "$1") : word;
    }

    private static @Nullable Duration seconds(@Nullable String value) {
        return value != null && value.matches("[0-9]{1,9}") ? Duration.ofSeconds(Long.parseLong(value)) : null;
    }
}
