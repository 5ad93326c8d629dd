package org.solitude.web.http.headers;

import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Locale.LanguageRange;
import java.util.Optional;
import java.util.StringTokenizer;

/**
 * Checks the headers that JAX-RS parses before it looks for a resource. RESTEasy would answer a malformed one without a
 * word, and log a stack trace.
 */
final class RequestHeaderSyntax {

    private static final String MEDIA_TYPE = "Content-Type must be one media type, as application/json is.";
    private static final String ACCEPT =
            "Accept must be a list of media types, each with a weight (q) from 0 to 1 or none:"
                    + " application/json, */*;q=0.5.";
    private static final String LANGUAGES =
            "Accept-Language must be a list of languages, each with a weight (q) from 0 to 1 or none: en, de;q=0.5.";

    private RequestHeaderSyntax() {}

    /** Returns what is wrong with the lines of {@code Content-Type}; empty where nothing is. */
    static Optional<String> checkContentType(List<String> lines) {
        boolean wellFormed = lines.isEmpty() || lines.size() == 1 && isMediaType(lines.get(0));
        return wellFormed ? Optional.empty() : Optional.of(MEDIA_TYPE);
    }

    /** Returns what is wrong with the lines of {@code Accept}; empty where nothing is. */
    static Optional<String> checkAccept(List<String> lines) {
        for (String line : lines) {
            StringTokenizer ranges = new StringTokenizer(line, ",");
            while (ranges.hasMoreTokens()) {
                if (!isMediaRange(ranges.nextToken().trim())) {
                    return Optional.of(ACCEPT);
                }
            }
        }
        return Optional.empty();
    }

    /** Returns what is wrong with the lines of {@code Accept-Language}; empty where nothing is. */
    static Optional<String> checkAcceptLanguage(List<String> lines) {
        try {
            lines.stream().filter(line -> !line.isBlank()).forEach(LanguageRange::parse);
            return Optional.empty();
        } catch (IllegalArgumentException malformed) {
            return Optional.of(LANGUAGES);
        }
    }

    private static boolean isMediaType(String text) {
        try {
            MediaType type = MediaType.valueOf(text);
            return !type.isWildcardType() && !type.isWildcardSubtype();
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static boolean isMediaRange(String text) {
        try {
            String weight = MediaType.valueOf(text).getParameters().get("q");
            return weight == null || isWeight(weight);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    /** Takes {@code .2} for {@code 0.2}, as older Java clients send it. */
    private static boolean isWeight(String text) {
        return text.matches("[01]?(?:\\.[0-9]*)?") && text.matches(".*[0-9].*") && Float.parseFloat(text) <= 1;
    }
}
