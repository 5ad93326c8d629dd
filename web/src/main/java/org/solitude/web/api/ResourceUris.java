package org.solitude.web.api;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

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
     * Returns the key in a record's URI, which may have a scheme and a host, as a Location has.
     *
     * @throws IllegalArgumentException for any other text
     */
    public long keyIn(String uri) {
        String uriPath = URI.create(uri).getPath();
        if (uriPath == null || !uriPath.startsWith(path())) {
            throw new IllegalArgumentException("no such URI");
        }
        return key(uriPath.substring(path().length()));
    }

    /**
     * Returns the key in a filter, which takes a URI or the key alone.
     *
     * @throws IllegalArgumentException for any other text
     */
    public long keyOrUri(String text) {
        return KEY.matcher(text).matches() ? key(text) : keyIn(text);
    }

    private static long key(String text) {
        Matcher key = KEY.matcher(text);
        if (!key.matches()) {
            throw new IllegalArgumentException("no key");
        }
        return Long.parseLong(key.group(1));
    }
}
