package org.solitude.web.http.compression;

/**
 * Names the entity tags of compressed responses. A strong tag identifies bytes (RFC 9110, 8.8.1), so the compressed
 * response has a tag of its own; in a precondition both stand for the same version.
 */
public final class CompressedTags {

    private static final String SUFFIX = "-gzip";

    private CompressedTags() {}

    /** Returns the text of the compressed response's tag. */
    public static String of(String value) {
        return value + SUFFIX;
    }

    /**
     * Adds to a list of tags those of the responses that are not compressed: only this server knows that a compressed
     * response has a tag of its own.
     */
    public static String withUncompressed(String list) {
        String uncompressed = list.replace(SUFFIX + '"', "\"");
        return uncompressed.equals(list) ? list : list + ", " + uncompressed;
    }

    /** Returns the header {@code ETag} of the compressed response; a weak tag stays as it is. */
    static String header(String tag) {
        return tag.startsWith("\"") && tag.endsWith("\"") && tag.length() > 1
                ? '"' + of(tag.substring(1, tag.length() - 1)) + '"'
                : tag;
    }
}
