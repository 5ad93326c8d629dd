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
 * The bytes that the server sent in response to one request.
 *
 * @param status status of the response, null if the server closed the connection without one
 * @param text all received bytes
 * @param hung whether the server neither responded nor closed the connection in time
 */
record FuzzResponse(@Nullable Integer status, String text, boolean hung) {

    private static final int TIMEOUT_MILLIS = 10_000;

    /** Sends the bytes, closes the sending side of the connection, and reads until the server closes it. */
    static FuzzResponse send(byte[] request, int port) throws IOException {
        var response = new ByteArrayOutputStream();
        boolean hung = false;
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(TIMEOUT_MILLIS);
            try {
                socket.getOutputStream().write(request);
                socket.shutdownOutput();
                read(socket.getInputStream(), response);
            } catch (SocketTimeoutException e) {
                hung = response.size() == 0;
            } catch (IOException e) {
                // a reset is a valid reaction: the server refuses the rest of the request
                hung = false;
            }
        }
        String text = response.toString(StandardCharsets.ISO_8859_1);
        return new FuzzResponse(status(text), text, hung);
    }

    private static void read(InputStream in, ByteArrayOutputStream response) throws IOException {
        byte[] buffer = new byte[8192];
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            response.write(buffer, 0, read);
        }
    }

    private static @Nullable Integer status(String text) {
        String[] words = text.split(" ", 3);
        return words.length > 1 && words[0].startsWith("HTTP/") ? Integer.valueOf(words[1]) : null;
    }
}
