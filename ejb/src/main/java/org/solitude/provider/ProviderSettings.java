package org.solitude.provider;

import static java.util.stream.Collectors.toCollection;
import static org.solitude.provider.ProviderSetting.ANSWER_SIZE_MAX;
import static org.solitude.provider.ProviderSetting.CALLS_AT_ONCE;
import static org.solitude.provider.ProviderSetting.CIRCUIT_DELAY;
import static org.solitude.provider.ProviderSetting.CIRCUIT_WINDOW;
import static org.solitude.provider.ProviderSetting.CONNECT_TIMEOUT;
import static org.solitude.provider.ProviderSetting.CREDENTIALS;
import static org.solitude.provider.ProviderSetting.CREDENTIALS_HEADER;
import static org.solitude.provider.ProviderSetting.ERRORS;
import static org.solitude.provider.ProviderSetting.NOTICE_SECRETS;
import static org.solitude.provider.ProviderSetting.READ_TIMEOUT;
import static org.solitude.provider.ProviderSetting.RESOURCES;
import static org.solitude.provider.ProviderSetting.SYNCHRONOUS_CALLS_AT_ONCE;
import static org.solitude.provider.ProviderSetting.URL;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.Config;
import org.solitude.config.Setting;

/**
 * Reads the settings of providers: {@code solitude.provider.names}, and {@code solitude.provider.NAME.x} for each name
 * ({@code SOLITUDE_PROVIDER_NAME_X} in the environment). Only this class reads them. An invalid setting fails the start
 * with a sentence that names the setting and contains no secret.
 */
final class ProviderSettings {

    @Setting(
            description = "The names of the payment providers. Each has the settings `SOLITUDE_PROVIDER_NAME_…`.",
            type = "list of names",
            range = "up to 32 lower-case letters, digits and hyphens each; enforced",
            defaultText = "none")
    static final String NAMES = "solitude.provider.names";

    static final String PREFIX = "solitude.provider.";

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,31}");
    private static final Pattern HEADER_VALUE = Pattern.compile("[\\x21-\\x7E](?:[\\x20-\\x7E]*[\\x21-\\x7E])?");
    private static final Pattern ERROR = Pattern.compile("([45][0-9]{2})=([45][0-9]{2})");
    private static final Set<String> KNOWN =
            Arrays.stream(ProviderSetting.values()).map(ProviderSetting::key).collect(toCollection(LinkedHashSet::new));

    private final Config config;
    private final String name;

    private ProviderSettings(Config config, String name) {
        this.config = config;
        this.name = name;
    }

    /**
     * Returns the configured providers by name.
     *
     * @throws IllegalStateException with a sentence for the operator
     */
    static Map<String, Provider> read(Config config, HttpThreadShare share) {
        Map<String, Provider> providers = new LinkedHashMap<>();
        for (String given : list(config, NAMES)) {
            if (!NAME.matcher(given).matches()) {
                throw new IllegalStateException(PREFIX + "names: '" + given
                        + "' is not a valid name of a provider; use up to 32 small letters, digits and hyphens");
            }
            providers.put(given, new ProviderSettings(config, given).provider(share));
        }
        return providers;
    }

    private Provider provider(HttpThreadShare share) {
        refuseUnknown();
        return new Provider(
                name,
                url(),
                credentials(),
                read(RESOURCES, () -> AllowedResources.of(required(RESOURCES))),
                duration(CONNECT_TIMEOUT),
                duration(READ_TIMEOUT),
                positive(CALLS_AT_ONCE, CALLS_AT_ONCE.defaultValue()),
                positive(SYNCHRONOUS_CALLS_AT_ONCE, String.valueOf(share.perProvider())),
                positive(CIRCUIT_WINDOW, CIRCUIT_WINDOW.defaultValue()),
                duration(CIRCUIT_DELAY),
                positive(ANSWER_SIZE_MAX, ANSWER_SIZE_MAX.defaultValue()),
                errors(),
                read(NOTICE_SECRETS, () -> ProviderEventSecrets.of(list(config, key(NOTICE_SECRETS)))));
    }

    /** A name with another dot may be how the server reads an environment variable: read.timeout for READ_TIMEOUT. */
    private void refuseUnknown() {
        String mine = PREFIX + name + ".";
        StreamSupport.stream(config.getPropertyNames().spliterator(), false)
                .filter(key -> key.startsWith(mine) && key.indexOf('.', mine.length()) < 0)
                .filter(key -> !KNOWN.contains(key.substring(mine.length())))
                .findFirst()
                .ifPresent(key -> {
                    throw new IllegalStateException(key + " is not a setting; a provider has " + KNOWN);
                });
    }

    private URI url() {
        String text = config.getOptionalValue(key(URL), String.class).orElse("");
        try {
            URI url = new URI(text.endsWith("/") ? text : text + "/");
            boolean http = "http".equalsIgnoreCase(url.getScheme()) || "https".equalsIgnoreCase(url.getScheme());
            if (http
                    && url.getHost() != null
                    && url.getRawUserInfo() == null
                    && url.getRawQuery() == null
                    && url.getRawFragment() == null
                    && url.equals(url.normalize())) {
                return url;
            }
        } catch (URISyntaxException malformed) {
            throw wrong(URL, "it is not a URL", malformed);
        }
        throw wrong(URL, "it must be the base URL of the API, http(s)://host/path, without user info or query", null);
    }

    private ProviderCredentials credentials() {
        String header = config.getOptionalValue(key(CREDENTIALS_HEADER), String.class)
                .orElse(CREDENTIALS_HEADER.defaultValue());
        String value = config.getOptionalValue(key(CREDENTIALS), String.class)
                .map(String::strip)
                .orElse(null);
        if (!header.matches("[A-Za-z0-9-]{1,64}")) {
            throw wrong(CREDENTIALS_HEADER, "it is not the name of a header", null);
        }
        if (value != null && !HEADER_VALUE.matcher(value).matches()) {
            throw wrong(CREDENTIALS, "it must be the whole value of the header, in one line of ASCII characters", null);
        }
        return new ProviderCredentials(header, value);
    }

    /** If a provider refuses our credentials, its message says nothing about the credentials of the client. */
    private Map<Integer, Integer> errors() {
        Map<Integer, Integer> errors = new HashMap<>(Map.of(401, 502, 403, 502, 407, 502));
        for (String entry : list(config, key(ERRORS))) {
            var parts = ERROR.matcher(entry);
            if (!parts.matches()) {
                throw wrong(ERRORS, "write pairs of statuses from 400 to 599, as in 402=422", null);
            }
            errors.put(Integer.valueOf(parts.group(1)), Integer.valueOf(parts.group(2)));
        }
        return errors;
    }

    private Duration duration(ProviderSetting setting) {
        Duration duration = read(setting, () -> config.getOptionalValue(key(setting), Duration.class)
                .orElse(Duration.parse(setting.defaultValue())));
        if (duration.isNegative() || duration.isZero() || duration.compareTo(Duration.ofHours(1)) > 0) {
            throw wrong(setting, "it must be above zero and at most an hour", null);
        }
        return duration;
    }

    private int positive(ProviderSetting setting, String defaultValue) {
        int value = read(setting, () -> config.getOptionalValue(key(setting), Integer.class)
                .orElse(Integer.valueOf(defaultValue)));
        if (value <= 0) {
            throw wrong(setting, "it must be above zero", null);
        }
        return value;
    }

    private List<String> required(ProviderSetting setting) {
        List<String> values = list(config, key(setting));
        if (values.isEmpty()) {
            throw new IllegalArgumentException("it is missing");
        }
        return values;
    }

    private static List<String> list(Config config, String key) {
        return config.getOptionalValues(key, String.class).orElse(List.of()).stream()
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private <T> T read(ProviderSetting setting, java.util.function.Supplier<T> reading) {
        try {
            return reading.get();
        } catch (IllegalArgumentException e) {
            throw wrong(setting, Optional.ofNullable(e.getMessage()).orElse("it cannot be read"), e);
        }
    }

    private String key(ProviderSetting setting) {
        return setting.property(name);
    }

    private IllegalStateException wrong(
            ProviderSetting setting, String why, @org.jspecify.annotations.Nullable Throwable e) {
        return new IllegalStateException(key(setting) + ": " + why, e);
    }
}
