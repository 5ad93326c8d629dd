package org.solitude.web.api;

import java.util.Locale;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.solitude.web.http.ServerOrigin;

/** The URIs of resource types and their records. */
public enum ResourceUris {
    BUYER,
    SELLER,
    PRODUCT,
    TRANSACTION;

    /** The path template of one record, below that of its list. */
    public static final String ONE = "{pk: [0-9]{1,18}}";

    private static final Pattern KEY = Pattern.compile("([0-9]{1,18})/?");

    /** Returns the path of the list. */
    public String path() {
        return "/generic/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /** Returns the path of the record with this key. */
    public String of(long key) {
        return path() + key + "/";
    }

    /** Returns the path of the record with this key, null for null. */
    public @Nullable String ofNullable(@Nullable Long key) {
        return key == null ? null : of(key);
    }

    /**
     * Returns the key in the path of a record.
     *
     * @throws IllegalArgumentException for any other text
     */
    public long keyIn(String recordPath) {
        if (!recordPath.startsWith(path())) {
            throw new IllegalArgumentException("no such path");
        }
        return key(recordPath.substring(path().length()));
    }

    /**
     * Returns how to read a filter, which takes the URI of a record of this server or its key alone; it throws
     * {@link IllegalArgumentException} for any other text.
     */
    public Function<String, Long> keyOrUri(ServerOrigin server) {
        return text -> KEY.matcher(text).matches() ? key(text) : keyIn(server.pathIn(text));
    }

    private static long key(String text) {
        Matcher key = KEY.matcher(text);
        if (!key.matches()) {
            throw new IllegalArgumentException("no key");
        }
        return Long.parseLong(key.group(1));
    }
}
