package org.solitude.webhook;

import java.net.InetAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A URL that a client may request as a webhook, checked by its form: an address or {@code localhost} in it is judged at
 * once. The addresses of a name are checked at each call, because DNS changes.
 */
public record WebhookUrl(URI uri) {

    /** The maximum length in characters. */
    public static final int MAX_LENGTH = 2_000;

    private static final String HTTPS = "https";
    private static final String HTTP = "http";
    private static final Pattern IPV4 = Pattern.compile(
            "(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])" + "(\\.(25[0-5]|2[0-4][0-9]|1[0-9]{2}|[1-9]?[0-9])){3}");

    /**
     * Hosts that some resolvers read as an address although they do not look like one: 127.1, 2130706433, 0x7f000001.
     */
    private static final Pattern ENDS_IN_NUMBER = Pattern.compile("(.*\\.)?([0-9]+|0[xX][0-9A-Fa-f]*)\\.?");

    /** Names that always mean this machine (RFC 6761, 6.3). */
    private static final Pattern LOCALHOST = Pattern.compile("(?i)(.*\\.)?localhost\\.?");

    /**
     * Parses a URL.
     *
     * @param plainHttp whether {@code http} is allowed as well as {@code https}
     * @throws InvalidWebhookException with what is required instead
     */
    public static WebhookUrl of(String text, boolean plainHttp, PortRanges ports, AddressRules rules) {
        String requirement = "an absolute " + (plainHttp ? "http or https" : HTTPS) + " URL of at most " + MAX_LENGTH
                + " characters, without user info and fragment (https://shop.example/hook)";
        if (text.length() > MAX_LENGTH) {
            throw new InvalidWebhookException(requirement);
        }
        URI uri = parse(text, requirement);
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean allowedScheme = scheme.equals(HTTPS) || (plainHttp && scheme.equals(HTTP));
        if (!allowedScheme
                || uri.getHost() == null
                || uri.getRawUserInfo() != null
                || uri.getRawFragment() != null
                || !text.chars().allMatch(c -> c > ' ' && c < 0x7f)) {
            throw new InvalidWebhookException(requirement);
        }
        if (!ports.contain(port(uri))) {
            throw new InvalidWebhookException("a URL with a port of " + ports);
        }
        boolean localhost = LOCALHOST.matcher(uri.getHost()).matches();
        if (localhost && !rules.permitLoopback()
                || literal(uri.getHost(), requirement)
                        .filter(address -> !rules.permit(address))
                        .isPresent()) {
            throw new InvalidWebhookException("a URL on the public internet, not of a private or local address");
        }
        return new WebhookUrl(uri);
    }

    /** Returns the URL without its query, which may contain a secret. */
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

    private static URI parse(String text, String requirement) {
        try {
            return new URI(text);
        } catch (URISyntaxException e) {
            throw new InvalidWebhookException(requirement, e);
        }
    }

    /** Returns the IP address that the URL contains, or empty for a host name. Names are not resolved. */
    private static Optional<InetAddress> literal(String host, String requirement) {
        if (host.startsWith("[") && host.indexOf('%') < 0 || IPV4.matcher(host).matches()) {
            return Optional.of(address(host, requirement));
        }
        if (host.startsWith("[") || ENDS_IN_NUMBER.matcher(host).matches()) {
            throw new InvalidWebhookException(requirement);
        }
        return Optional.empty();
    }

    private static InetAddress address(String host, String requirement) {
        try {
            return InetAddress.getByName(host);
        } catch (UnknownHostException e) {
            throw new InvalidWebhookException(requirement, e);
        }
    }
}
