package org.solitude.settings;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The chapters of the reference, in their order. A setting belongs to the group with the longest beginning of its name;
 * {@code NAME} alone, without an underscore at its end, is a whole name.
 */
enum SettingGroup {
    TASKS("Tasks", "How delayed requests are dispatched and run.", "SOLITUDE_DELAY_", "SOLITUDE_REPLAYS"),
    RETRIES(
            "Retries",
            "When a task that failed runs again.",
            "SOLITUDE_DELAY_ATTEMPTS",
            "SOLITUDE_DELAY_BACKOFF",
            "SOLITUDE_DELAY_BACKOFF_MAX",
            "SOLITUDE_DELAY_RETRIES_MAX"),
    LONG_POLLING("Long polling", "Clients that send `Prefer: wait`.", "SOLITUDE_WAIT_"),
    IDEMPOTENCY("Idempotency", "Writes with an `Idempotency-Key`.", "SOLITUDE_IDEMPOTENCY_"),
    WEBHOOKS("Webhooks", "Calls to the URLs that clients name in `Solitude-Callback`.", "SOLITUDE_CALLBACK_"),
    PROVIDERS(
            "Payment providers",
            "`NAME` stands for the name of a provider, in capitals and with `_` for `-` in a variable:"
                    + " `SOLITUDE_PROVIDER_REFERENCE_URL`, `solitude.provider.reference.url`.\n"
                    + "A setting that is wrong, or unknown, stops the start with a sentence that names it. What they mean:"
                    + " [payments.md](payments.md).",
            "SOLITUDE_PROVIDER_",
            "SOLITUDE_PROXY",
            "SOLITUDE_PROVIDERS_"),
    PAYMENTS("Payments", "Payments and transactions.", "SOLITUDE_PAYMENT_", "SOLITUDE_TRANSACTION_LOCK_DOWN"),
    ENCRYPTION(
            "Encryption",
            "Stored requests, responses and secrets are encrypted. How to make and change keys:"
                    + " [security.md](security.md).",
            "SOLITUDE_ENCRYPTION_",
            "SOLITUDE_CREDENTIAL_STORE_"),
    LIMITS(
            "Limits",
            "What a client may send, and how much may wait.",
            "SOLITUDE_REQUEST_",
            "SOLITUDE_RESPONSE_",
            "SOLITUDE_MAX_",
            "SOLITUDE_DELAY_WAITING_MAX",
            "SOLITUDE_DELAY_BACKLOG_MAX",
            "SOLITUDE_DELAY_RESPONSE_SIZE_MAX"),
    RETENTION("Retention", "When ended tasks are deleted.", "SOLITUDE_DELAY_RETENTION", "SOLITUDE_DELAY_RETENTION_"),
    SECURITY(
            "Security",
            "Clients, tokens, PINs, TLS and browsers. What they protect against: [security.md](security.md).",
            "SOLITUDE_JWT_",
            "SOLITUDE_DELAY_TOKEN_WAIT_MAX",
            "SOLITUDE_RECORDS_PRIVATE",
            "SOLITUDE_LOCKOUT",
            "SOLITUDE_LOCKOUT_",
            "SOLITUDE_PIN_",
            "SOLITUDE_CORS_",
            "SOLITUDE_HSTS",
            "SOLITUDE_TLS",
            "SOLITUDE_TLS_",
            "SOLITUDE_BEHIND_PROXY"),
    DATABASE(
            "Database",
            "The database, its connection pool and transactions.",
            "SOLITUDE_DATABASE_",
            "SOLITUDE_TRANSACTION_TIMEOUT"),
    HTTP(
            "HTTP server",
            "Addresses, ports, threads and time-outs.",
            "SOLITUDE_ADDRESS",
            "SOLITUDE_PORT",
            "SOLITUDE_PORT_OFFSET",
            "SOLITUDE_MANAGEMENT_",
            "SOLITUDE_HTTP",
            "SOLITUDE_HTTP_THREADS",
            "SOLITUDE_CONNECTIONS_MAX",
            "SOLITUDE_IDLE_CONNECTION_MILLIS",
            "SOLITUDE_REQUEST_PARSE_MILLIS",
            "SOLITUDE_READ_MILLIS",
            "SOLITUDE_SHUTDOWN_TIMEOUT"),
    BROKER(
            "Message broker",
            "The embedded broker and its queues.",
            "SOLITUDE_QUEUE_",
            "SOLITUDE_TOPIC_",
            "SOLITUDE_REDELIVERY_",
            "SOLITUDE_CONSUMER_",
            "SOLITUDE_ANNOUNCER_",
            "SOLITUDE_CLIENT_THREADS"),
    CLUSTER(
            "Cluster",
            "Several nodes on one database. `SOLITUDE_NODES_…` are read only where `nodes.cli` was run:"
                    + " [operations.md](operations.md#several-nodes).",
            "SOLITUDE_NODE",
            "SOLITUDE_NODES_"),
    MONITORING("Logging and monitoring", "The audit log and statistics.", "SOLITUDE_AUDIT_", "SOLITUDE_STATISTICS"),
    RUNNING(
            "Run command, image and files",
            "How the server gets its settings and its JVM.",
            "SOLITUDE_JVM",
            "SOLITUDE_SETTINGS",
            "SOLITUDE_DATABASE_PASSWORD_FILE",
            "SOLITUDE_ENCRYPTION_KEY_FILE",
            "SOLITUDE_ENCRYPTION_KEYS_FILE",
            "SOLITUDE_CREDENTIAL_STORE_PASSWORD_FILE",
            "SOLITUDE_NODES_PASSWORD_FILE");

    private final String title;
    private final String introduction;
    private final List<String> names;

    SettingGroup(String title, String introduction, String... names) {
        this.title = title;
        this.introduction = introduction;
        this.names = List.of(names);
    }

    String title() {
        return title;
    }

    String introduction() {
        return introduction;
    }

    static Optional<SettingGroup> of(String variable) {
        return Arrays.stream(values())
                .filter(group -> group.longestMatch(variable) > 0)
                .max(Comparator.comparingInt(group -> group.longestMatch(variable)));
    }

    private int longestMatch(String variable) {
        return names.stream()
                .filter(name -> name.endsWith("_") ? variable.startsWith(name) : variable.equals(name))
                .mapToInt(String::length)
                .max()
                .orElse(0);
    }
}
