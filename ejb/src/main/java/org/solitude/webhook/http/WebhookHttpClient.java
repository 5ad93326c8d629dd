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
 * An HTTP client that trusts nobody: to checked addresses only, each call on a connection of its own, without proxy,
 * redirects, cookies and retries, for so long and no longer. Of an answer it reads the status and the headers.
 */
final class WebhookHttpClient implements AutoCloseable {

    private static final int MAX_LINE_LENGTH = 8_192;
    private static final int MAX_HEADERS = 100;

    private final CloseableHttpClient client;
    private final ScheduledExecutorService timer;
    private final Duration timeout;

    /**
     * A client.
     *
     * @param names which addresses a name has that may be called
     * @param trust whose certificates prove who answers
     * @param most how many calls there are at once
     * @param alarm ends a call that takes too long
     */
    WebhookHttpClient(DnsResolver names, SSLContext trust, int most, Duration timeout, ScheduledExecutorService alarm) {
        this.timeout = timeout;
        this.timer = alarm;
        Timeout each = Timeout.of(timeout);
        this.client = HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setDnsResolver(names)
                        .setTlsSocketStrategy(ClientTlsStrategyBuilder.create()
                                .setSslContext(trust)
                                .buildClassic())
                        .setConnectionFactory(ManagedHttpClientConnectionFactory.builder()
                                .http1Config(Http1Config.custom()
                                        .setMaxLineLength(MAX_LINE_LENGTH)
                                        .setMaxHeaderCount(MAX_HEADERS)
                                        .build())
                                .build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(each)
                                .setSocketTimeout(each)
                                .build())
                        .setMaxConnTotal(most)
                        .setMaxConnPerRoute(most)
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(each)
                        .setResponseTimeout(each)
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
        ScheduledFuture<?> end = timer.schedule(call::cancel, timeout.toMillis(), TimeUnit.MILLISECONDS);
        try {
            return execute(call);
        } catch (ForbiddenAddressException e) {
            return Result.withoutResponse(DeliveryOutcome.FORBIDDEN_ADDRESS);
        } catch (IOException e) {
            return Result.withoutResponse(failureOutcome(e, call));
        } finally {
            end.cancel(false);
        }
    }

    private static DeliveryOutcome failureOutcome(IOException failure, HttpPost call) {
        if (call.isCancelled() || failure instanceof InterruptedIOException) {
            return DeliveryOutcome.TIMED_OUT;
        }
        return failure instanceof SSLException ? DeliveryOutcome.UNTRUSTED : DeliveryOutcome.UNREACHABLE;
    }

    /** Closed at once, because an orderly end would read the rest of the body first. */
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
