package org.solitude.provider;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * The resources of a provider that clients may reach: first path segments, each with its methods.
 *
 * @param methodsBySegment the allowed methods below each first segment
 */
public record AllowedResources(Map<String, Set<String>> methodsBySegment) {

    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");
    private static final Pattern SEGMENT = Pattern.compile("[A-Za-z0-9_-]{1,64}");

    /**
     * Parses {@code sellers, transactions:GET|POST}. A segment without methods allows all four.
     *
     * @throws IllegalArgumentException with a sentence for the operator
     */
    static AllowedResources of(List<String> entries) {
        Map<String, Set<String>> methods = new LinkedHashMap<>();
        for (String entry : entries) {
            List<String> parts = new ArrayList<>(List.of(entry.strip().split("[:|]")));
            String segment = parts.remove(0);
            Set<String> allowed = parts.isEmpty() ? new TreeSet<>(METHODS) : new TreeSet<>(parts);
            if (!SEGMENT.matcher(segment).matches() || segment.equals("notify") || !METHODS.containsAll(allowed)) {
                throw new IllegalArgumentException("'" + entry.strip()
                        + "' is not a resource: write its first path segment, and its methods if not all are"
                        + " allowed, as in transactions:GET|POST; notify is reserved");
            }
            methods.put(segment, allowed);
        }
        return new AllowedResources(methods);
    }

    /** Returns the methods allowed at a path below the provider's base, or empty if the path may not be reached. */
    public Optional<Set<String>> methodsAt(String path) {
        return ProviderPath.isPlain(path)
                ? Optional.ofNullable(methodsBySegment.get(ProviderPath.firstSegment(path)))
                : Optional.empty();
    }
}
