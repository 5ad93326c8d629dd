package org.solitude.web.async.replay;

import jakarta.ws.rs.core.HttpHeaders;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.mock.MockHttpResponse;
import org.jboss.resteasy.spi.ResteasyProviderFactory;
import org.solitude.task.Header;
import org.solitude.task.StoredResponse;

/** The response of a replay while it is made: its body up to a limit, its headers as objects. */
final class BufferedReplayResponse extends MockHttpResponse {

    private final int limit;
    private boolean isTooLarge;

    BufferedReplayResponse(int limit) {
        this.limit = limit;
        this.os = new LimitedStream();
    }

    boolean isTooLarge() {
        return isTooLarge;
    }

    /** The response with every header as the text a client would see. */
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

    /** A response says its status before its body: what one that broke off had written is no part of the next. */
    @Override
    public void setStatus(int status) {
        super.setStatus(status);
        baos.reset();
    }

    /** Nothing has left the server, so an exception half-way through the body still becomes the response. */
    @Override
    public boolean isCommitted() {
        return false;
    }

    @Override
    public void reset() {
        super.reset();
        os = new LimitedStream();
    }

    private final class LimitedStream extends OutputStream {

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            ByteArrayOutputStream body = baos;
            if (body.size() + length > limit) {
                isTooLarge = true;
                throw new IOException("the response is larger than " + limit + " bytes");
            }
            body.write(bytes, offset, length);
        }
    }
}
