package org.solitude.provider;

import org.jspecify.annotations.Nullable;
import org.solitude.config.Setting;

/** The settings of one payment provider: names, defaults and descriptions. {@link ProviderSettings} reads them. */
enum ProviderSetting {
    @Setting(
            description = "Where the provider's API begins: `https://pay.example/api/v1/`.",
            type = "URL",
            range = "`http` or `https`, without login, query and `..`; enforced",
            defaultText = "required")
    URL("solitude.provider.NAME.url"),

    @Setting(
            description = "What clients may reach: first segments of paths, each with its methods unless all four are"
                    + " allowed: `sellers,transactions:GET|POST`.",
            type = "list of `SEGMENT:METHOD|METHOD`",
            range = "methods `GET`, `POST`, `PUT`, `PATCH`; not the segment `notify`; enforced",
            defaultText = "required")
    RESOURCES("solitude.provider.NAME.resources"),

    @Setting(
            description =
                    "Our credentials: the whole value of the header, for example `Bearer …`. Keep it in the credential"
                            + " store or in a file.",
            type = "text",
            range = "one line of ASCII characters; enforced",
            defaultText = "none")
    CREDENTIALS("solitude.provider.NAME.credentials"),

    @Setting(
            description = "The header that carries the credentials.",
            type = "text",
            range = "up to 64 letters, digits and hyphens; enforced")
    CREDENTIALS_HEADER("solitude.provider.NAME.credentials-header", "Authorization"),

    @Setting(
            description =
                    "The secrets that sign the provider's events: one, or two while one replaces the other. Without any,"
                            + " its events are refused.",
            type = "list of `whsec_BASE64`",
            range = "24 to 64 bytes each; enforced",
            defaultText = "none")
    NOTICE_SECRETS("solitude.provider.NAME.notice-secrets"),

    @Setting(
            description =
                    "The time-out of connecting. For all calls in one request, the sum of this and of the read time-out"
                            + " must stay below `SOLITUDE_DELAY_TRANSACTION_TIMEOUT`.",
            type = "duration",
            range = "above zero, at most `PT1H`; enforced")
    CONNECT_TIMEOUT("solitude.provider.NAME.connect-timeout", "PT5S"),

    @Setting(
            description = "The time-out of the whole response, once there is a connection.",
            type = "duration",
            range = "above zero, at most `PT1H`; enforced")
    READ_TIMEOUT("solitude.provider.NAME.read-timeout", "PT30S"),

    @Setting(
            description =
                    "How many calls of tasks may run at once (bulkhead). A further task waits without losing an attempt."
                            + " Below `SOLITUDE_REPLAYS`, one slow provider leaves replays to others.",
            type = "integer",
            unit = "calls",
            range = "1 or more; enforced")
    CALLS_AT_ONCE("solitude.provider.NAME.calls-at-once", "100"),

    @Setting(
            description =
                    "How many synchronous reads may run at once, and how many synchronous writes; those of one client up"
                            + " to half of them. A further one is answered with 503.",
            type = "integer",
            unit = "calls",
            range = "1 or more; enforced",
            defaultText = "half of `SOLITUDE_PROVIDER_SYNCHRONOUS_CALLS`")
    SYNCHRONOUS_CALLS_AT_ONCE("solitude.provider.NAME.synchronous-calls-at-once"),

    @Setting(
            description =
                    "How many of the last calls the circuit breaker looks at. When half of them have failed it opens.",
            type = "integer",
            unit = "calls",
            range = "1 or more; enforced")
    CIRCUIT_WINDOW("solitude.provider.NAME.circuit-window", "20"),

    @Setting(
            description = "How long the circuit breaker stays open. Then one call tries the provider.",
            type = "duration",
            range = "above zero, at most `PT1H`; enforced")
    CIRCUIT_DELAY("solitude.provider.NAME.circuit-delay", "PT5S"),

    @Setting(
            description = "The largest response that is read; a larger one becomes a 502.",
            type = "integer",
            unit = "bytes",
            range = "1 or more; enforced")
    ANSWER_SIZE_MAX("solitude.provider.NAME.answer-size-max", "1048576"),

    @Setting(
            description = "What clients get for a status of the provider, besides the default: `402=422,418=400`.",
            type = "list of `STATUS=STATUS`",
            range = "statuses from 400 to 599; enforced",
            defaultText = "`401=502,403=502,407=502`")
    ERRORS("solitude.provider.NAME.errors");

    private static final String NAME = "NAME";

    private final String pattern;
    private final @Nullable String defaultValue;

    ProviderSetting(String pattern) {
        this.pattern = pattern;
        this.defaultValue = null;
    }

    ProviderSetting(String pattern, String defaultValue) {
        this.pattern = pattern;
        this.defaultValue = defaultValue;
    }

    /** The last part of the name: {@code read-timeout}. */
    String key() {
        return pattern.substring(pattern.lastIndexOf('.') + 1);
    }

    /** The property for a provider: {@code solitude.provider.reference.read-timeout}. */
    String property(String provider) {
        return pattern.replace(NAME, provider);
    }

    /**
     * The default.
     *
     * @throws IllegalStateException where the setting has none
     */
    String defaultValue() {
        if (defaultValue == null) {
            throw new IllegalStateException(pattern + " has no default");
        }
        return defaultValue;
    }
}
