package org.solitude.provider;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Translates URIs of a resource between the provider's API and ours. A provider names resources by path or by absolute
 * URI. URIs of resources that clients may not reach stay unchanged.
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

    /** Translates a string that is a provider's URI to ours; returns other strings unchanged. */
    String toOurs(String text) {
        return translate(text, toProvider, provider.path());
    }

    /** Translates a string that is our URI to the provider's; returns other strings unchanged. */
    String toProvider(String text) {
        return translate(text, toOurs, provider.base().getRawPath());
    }

    private String translate(String text, Pattern from, String to) {
        Matcher uri = from.matcher(text);
        if (!uri.matches() || !provider.resources().methodsBySegment().containsKey(uri.group(1))) {
            return text;
        }
        return to + uri.group(1) + (uri.group(2) == null ? "" : uri.group(2));
    }
}
