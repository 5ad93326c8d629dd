package org.solitude.web.api;

import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Where the records of a noun are: the paths that clients use to name them. */
public enum ResourceUris {
    BUYER,
    SELLER,
    PRODUCT,
    TRANSACTION;

    /** The path of one record, below its noun's. */
    public static final String ONE = "{pk: [0-9]{1,18}}";

    private static final Pattern KEY = Pattern.compile("([0-9]{1,18})/?");

    /** Where the noun's list is. */
    public String path() {
        return "/generic/" + name().toLowerCase(Locale.ROOT) + "/";
    }

    /** Where the record with this key is. */
    public String of(long key) {
        return path() + key + "/";
    }

    /** As {@link #of}, for a record that may not be there. */
    public @Nullable String ofNullable(@Nullable Long key) {
        return key == null ? null : of(key);
    }

    /**
     * The key in a record's URI, which may have scheme and host, as a Location has.
     *
     * @throws IllegalArgumentException for anything else
     */
    public long keyIn(String uri) {
        String uriPath = URI.create(uri).getPath();
        if (uriPath == null || !uriPath.startsWith(path())) {
            throw new IllegalArgumentException("no such URI");
        }
        return key(uriPath.substring(path().length()));
    }

    /** The key in a filter, which takes a URI or the key alone. */
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
