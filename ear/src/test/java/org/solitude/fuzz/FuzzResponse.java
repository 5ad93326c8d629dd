package org.solitude.fuzz;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What came back on the socket.
 *
 * @param status of the answer, null where the server closed the connection without one
 * @param text everything that came back
 * @param hung whether the server neither answered nor closed in time
 */
record FuzzResponse(@Nullable Integer status, String text, boolean hung) {

    private static final int TIMEOUT_MILLIS = 10_000;

    /** Sends the bytes, says that there are no more, and reads until the server has nothing more to say. */
    static FuzzResponse send(byte[] request, int port) throws IOException {
        var answer = new ByteArrayOutputStream();
        boolean hung = false;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                read(socket.getInputStream(), answer);
            } catch (SocketTimeoutException e) {
                hung = answer.size() == 0;
            } catch (IOException e) {
                // a reset is an answer too: the server wants no more of this
                hung = false;
            }
        }
        String text = answer.toString(StandardCharsets.ISO_8859_1);
        return new FuzzResponse(status(text), text, hung);
    }

    private static void read(InputStream in, ByteArrayOutputStream answer) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            answer.write(buffer, 0, read);
        }
    }

    private static @Nullable Integer status(String text) {
        String[] words = text.split(" ", 3);
        return words.length > 1 && words[0].startsWith("HTTP/") ? Integer.valueOf(words[1]) : null;
    }
}
