package org.solitude.web.http.conditional;

import jakarta.ws.rs.core.EntityTag;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.solitude.web.http.compression.CompressedTags;
import org.solitude.web.http.problem.Problem;
import org.solitude.web.http.problem.ProblemException;

/**
 * The value of {@code If-Match} or {@code If-None-Match}: {@code *}, or a list of entity tags (RFC 9110, 13.1). A tag
 * without quotes is accepted, as some clients send it.
 */
final class EntityTagList {

    private static final Pattern ELEMENT = Pattern.compile("[ \\t]*(?:(W/)?\"([^\"]*)\"|([^\" \\t,]+))?[ \\t]*(?:,|$)");

    private final boolean any;
    private final List<EntityTag> tags;

    private EntityTagList(boolean any, List<EntityTag> tags) {
        this.any = any;
        this.tags = tags;
    }

    /**
     * Reads all lines of the header as one list.
     *
     * @throws ProblemException 400 for what is no list of tags
     */
    static EntityTagList of(List<String> lines) {
        String list = String.join(",", lines).strip();
        List<EntityTag> tags = new ArrayList<>();
        Matcher element = ELEMENT.matcher(list);
        int end = 0;
        while (end < list.length()) {
            if (!element.find(end) || element.start() != end) {
                throw new ProblemException(
                        Problem.of(400, "If-Match and If-None-Match take a list of ETags in double quotes, or *."));
            }
            if (element.group(2) != null) {
                tags.add(new EntityTag(element.group(2), element.group(1) != null));
            } else if (element.group(3) != null) {
                tags.add(new EntityTag(element.group(3)));
            }
            end = element.end();
        }
        return new EntityTagList(list.equals("*"), tags);
    }

    boolean isEmpty() {
        return tags.isEmpty();
    }

    /** Compares strongly: a weak tag equals none. */
    boolean containsStrong(EntityTag present) {
        return any || !present.isWeak() && tags.stream().anyMatch(tag -> !tag.isWeak() && isSame(tag, present));
    }

    /**
     * Returns the tag of the list that stands for the present version, for {@code *} the present one. Compares weakly: a
     * weak tag equals the strong one of the same text.
     */
    Optional<EntityTag> findWeak(EntityTag present) {
        return any
                ? Optional.of(present)
                : tags.stream().filter(tag -> isSame(tag, present)).findFirst();
    }

    private static boolean isSame(EntityTag given, EntityTag present) {
        return given.getValue().equals(present.getValue())
                || given.getValue().equals(CompressedTags.of(present.getValue()));
    }
}
