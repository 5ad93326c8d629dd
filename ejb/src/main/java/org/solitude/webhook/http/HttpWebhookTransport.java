package org.solitude.webhook.http;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.core5.ssl.SSLContexts;
import org.jspecify.annotations.Nullable;
import org.solitude.webhook.WebhookSettings;
import org.solitude.webhook.WebhookTransport;

/** Calls receivers over HTTP. */
@ApplicationScoped
public class HttpWebhookTransport implements WebhookTransport {

    @Inject
    private WebhookSettings settings;

    @Resource
    private ManagedScheduledExecutorService timer;

    private @Nullable WebhookHttpClient client;

    @PostConstruct
    void open() {
        client = new WebhookHttpClient(
                new AddressCheckingDnsResolver(SystemDefaultDnsResolver.INSTANCE, settings.addresses()),
                SSLContexts.createSystemDefault(),
                settings.threads(),
                settings.timeout(),
                timer);
    }

    @PreDestroy
    void close() {
        Objects.requireNonNull(client).close();
    }

    @Override
    public Result post(URI url, Map<String, String> headers, byte[] body) {
        return Objects.requireNonNull(client).post(url, headers, body);
    }
}
