package org.solitude.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One resource, two names: where it is at the provider and where it is here. A provider names its resources by a path or
 * by a whole URI; what it says of places that may not be reached through us stays as it is.
 */
final class ProviderUris {

    private final Provider provider;
    private final Pattern toProvider;
    private final Pattern toOurs;

    ProviderUris(Provider provider) {
        this.provider = provider;
        String authority = provider.base().resolve("/").toString().replaceAll("/$", "");
        this.toProvider = Pattern.compile("(?:" + Pattern.quote(authority) + ")?"
                + Pattern.quote(provider.base().getRawPath()) + "([^\\s/?#]+)([/?]\\S*)?");
        this.toOurs =
                Pattern.compile("(?:https?://[^/\\s]+)?" + Pattern.quote(provider.path()) + "([^\\s/?#]+)([/?]\\S*)?");
    }

    /** What the provider says, as our client is told. */
    String toOurs(String word) {
        return translate(word, toProvider, provider.path());
    }

    /** What our client says, as the provider is told. */
    String toProvider(String word) {
        return translate(word, toOurs, provider.base().getRawPath());
    }

    private String translate(String word, Pattern from, String to) {
        Matcher uri = from.matcher(word);
        if (!uri.matches() || !provider.resources().methodsBySegment().containsKey(uri.group(1))) {
            return word;
        }
        return to + uri.group(1) + (uri.group(2) == null ? "" : uri.group(2));
    }
}
