package org.solitude.web.async.replay;

import jakarta.ws.rs.core.HttpHeaders;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;
import org.solitude.web.http.limits.LimitedBuffer;

/** Buffers the response of a replay: its body up to a limit, its headers as objects. */
final class BufferedReplayResponse extends MockHttpResponse {

    private final LimitedBuffer body;

    BufferedReplayResponse(int limit) {
        this.body = new LimitedBuffer(limit);
        this.os = body;
    }

    boolean isTooLarge() {
        return body.isExceeded();
    }

    /** Returns the response with every header as the text that a client would see. */
    StoredResponse stored(ResteasyProviderFactory providers) {
        List<Header> headers = new ArrayList<>();
        getOutputHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> headers.add(new Header(name, text(value, providers)))));
        getNewCookies().forEach(cookie -> headers.add(new Header(HttpHeaders.SET_COOKIE, text(cookie, providers))));
        return new StoredResponse(getStatus(), headers, getOutput());
    }

    private static String text(Object value, ResteasyProviderFactory providers) {
        return providers.toHeaderString(value);
    }

    @Override
    public byte[] getOutput() {
        return body.toByteArray();
    }

    /** Clears the body: a response sets its status first, so what is there was written by one that failed half-way. */
    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        body.clear();
    }

    /** Returns false always: an exception half-way through the body may still become the response. */
    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        super.reset();
        body.clear();
        os = body;
    }
}
