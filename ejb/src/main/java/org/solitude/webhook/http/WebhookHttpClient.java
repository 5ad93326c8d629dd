package org.solitude.webhook.http;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.CloseableHttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.ManagedHttpClientConnectionFactory;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.client5.http.ssl.ClientTlsStrategyBuilder;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.config.Http1Config;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.solitude.webhook.DeliveryOutcome;
import org.solitude.webhook.WebhookTransport.Result;

/**
 * An HTTP client for untrusted receivers. It connects to checked addresses only, uses a new connection for each call,
 * no proxy, redirects, cookies or retries, and limits the time of the whole call. It reads only the status and headers
 * of a response.
 *
 * <p>Not the JDK's client, which providers are called with: that one cannot connect to an address it was given, so the
 * check of addresses could be bypassed by DNS rebinding.
 */
final class WebhookHttpClient implements AutoCloseable {

    private static final int MAX_LINE_LENGTH = 8_192;
    private static final int MAX_HEADERS = 100;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer;
    private final Duration timeout;

    /**
     * Creates a client.
     *
     * @param dnsResolver resolves host names to addresses that may be called
     * @param tls with the certificates that prove a receiver's identity
     * @param maxConcurrent the maximum number of concurrent calls
     * @param timer cancels a call that takes too long
     */
    WebhookHttpClient(
            DnsResolver dnsResolver,
            SSLContext tls,
            int maxConcurrent,
            Duration timeout,
            ScheduledExecutorService alarm) {
        this.timeout = timeout;
        this.timer = alarm;
        Timeout limit = Timeout.of(timeout);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(dnsResolver)
                        .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(tls)
                                .buildClassic())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(MAX_LINE_LENGTH)
                                        .setMaxHeaderCount(MAX_HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limit)
                                .setSocketTimeout(limit)
                                .build())
                        .setMaxConnTotal(maxConcurrent)
                        .setMaxConnPerRoute(maxConcurrent)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(limit)
                        .setResponseTimeout(limit)
                        .setProtocolUpgradeEnabled(false)
                        .build())
                .setConnectionReuseStrategy((request, response, context) -> false)
                .setUserAgent("Solitude")
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableAutomaticRetries()
                .disableAuthCaching()
                .disableContentCompression()
                .build();
    }

    Result post(URI url, Map<String, String> headers, byte[] body) {
        HttpPost call = new HttpPost(url);
        headers.forEach(call::setHeader);
        call.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        ScheduledFuture<?> cancellation = timer.schedule(call::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return execute(call);
        } catch (ForbiddenAddressException e) {
            return Result.withoutResponse(DeliveryOutcome.FORBIDDEN_ADDRESS);
        } catch (IOException e) {
            return Result.withoutResponse(failureOutcome(e, call));
        } finally {
            cancellation.cancel(false);
        }
    }

    private static DeliveryOutcome failureOutcome(IOException failure, HttpPost call) {
        if (call.isCancelled() || failure instanceof InterruptedIOException) {
            return DeliveryOutcome.TIMED_OUT;
        }
        return failure instanceof SSLException ? DeliveryOutcome.UNTRUSTED : DeliveryOutcome.UNREACHABLE;
    }

    /** Closes at once, because an orderly close would read the rest of the body first. */
    private Result execute(HttpPost call) throws IOException {
        CloseableHttpResponse response = client.execute(call);
        try {
            Header retryAfter = response.getFirstHeader("Retry-After");
            return new Result(
                    DeliveryOutcome.of(response.getCode()),
                    response.getCode(),
                    retryAfter == null ? null : retryAfter.getValue());
        } finally {
            response.close(CloseMode.IMMEDIATE);
        }
    }

    @Override
    public void close() {
        client.close(CloseMode.IMMEDIATE);
    }
}
