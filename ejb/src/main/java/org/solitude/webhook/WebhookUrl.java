package org.solitude.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL that a client may ask us to call, by its form. What its name resolves to is checked when it is called: names
 * change.
 */
public record WebhookUrl(URI uri) {

    /** The longest in characters. */
    public static final int MAX_LENGTH = 2_000;

    private static final String HTTPS = "https";
    private static final String HTTP = "http";
    private static final Pattern IPV4 = Pattern.compile(
            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])" + "(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

    /** What some resolvers read as an address although it does not look like one: 127.1, 2130706433, 0x7f000001. */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    /**
     * Reads a URL.
     *
     * @param plainHttp whether {@code http} is as good as {@code https}
     * @throws InvalidWebhookException with what it must be
     */
    public static WebhookUrl of(String text, boolean plainHttp, PortRanges ports, AddressRules rules) {
        String form = "an absolute " + (plainHttp ? "http or https" : HTTPS) + " URL of at most " + MAX_LENGTH
                + " characters, without user info and fragment (https://shop.example/hook)";
        if (text.length() > MAX_LENGTH) {
            throw new InvalidWebhookException(form);
        }
        URI uri = parse(text, form);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean rightScheme = scheme.equals(HTTPS) || (plainHttp && scheme.equals(HTTP));
        if (!rightScheme
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidWebhookException(form);
        }
        if (!ports.contain(port(uri))) {
            throw new InvalidWebhookException("a URL with a port of " + ports);
        }
        if (literal(uri.getHost(), form)
                .filter(address -> !rules.permit(address))
                .isPresent()) {
            throw new InvalidWebhookException("a URL on the public internet, not of a private or local address");
        }
        return new WebhookUrl(uri);
    }

    /** The URL without its query, which may hold a secret. */
    public String withoutQuery() {
        String text = uri.toString();
        int query = text.indexOf('?');
        return query < 0 ? text : text.substring(0, query);
    }

    static int port(URI uri) {
        if (uri.getPort() >= 0) {
            return uri.getPort();
        }
        return HTTPS.equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
    }

    private static URI parse(String text, String form) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidWebhookException(form, e);
        }
    }

    /** The address that stands in the URL itself, or empty where a name does; no name is looked up for it. */
    private static Optional<InetAddress> literal(String host, String form) {
        if (host.startsWith("[") && host.indexOf('%') < 0 || IPV4.matcher(host).matches()) {
            return Optional.of(address(host, form));
        }
        if (host.startsWith("[") || ENDS_IN_NUMBER.matcher(host).matches()) {
            throw new InvalidWebhookException(form);
        }
        return Optional.empty();
    }

    private static InetAddress address(String host, String form) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new InvalidWebhookException(form, e);
        }
    }
}
