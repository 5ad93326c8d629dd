package org.solitude.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.solitude.testkit.client.ApiResponse;

/** Sends bytes to a server whenever a test wants, and reads responses with a {@code Content-Length}, or none. */
public final class RawConnection implements AutoCloseable {
    private static final int READ_TIMEOUT_MILLIS = 20_000;
    private final Socket socket = new Socket();
    private final BufferedReader in;
    private String request = "";

    private RawConnection(int port, int receiveBuffer) throws IOException {
        if (receiveBuffer > 0) {
            socket.setReceiveBufferSize(receiveBuffer);
        }
        socket.setTcpNoDelay(true);
        socket.setSoTimeout(READ_TIMEOUT_MILLIS);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1), 1);
    }

    /** Opens a connection. */
    public static RawConnection open(Ports ports) {
        return open(ports, 0);
    }

    /** Opens a connection; the kernel receives no more than this number of bytes, or its minimum, before they are read. */
    public static RawConnection open(Ports ports, int receiveBuffer) {
        try {
            return new RawConnection(ports.http(), receiveBuffer);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends these characters, one byte each. */
    public RawConnection send(String text) {
        try {
            if (text.contains(" HTTP/1.1\r\n")) {
                request = text;
            }
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException("the server reads no more: " + e.getMessage(), e);
        }
    }

    /** Sends from another thread. It is no error if the server does not read it all. */
    public RawConnection sendInBackground(String text) {
        Thread writer = new Thread(
                () -> {
                    try {
                        send(text);
                    } catch (UncheckedIOException e) {
                        System.getLogger(RawConnection.class.getName())
                                .log(System.Logger.Level.DEBUG, "the server stopped reading", e);
                    }
                },
                "raw connection");
        writer.setDaemon(true);
        writer.start();
        return this;
    }

    /** Waits for the next response, an interim one (1xx) included. */
    public ApiResponse read() {
        try {
            String status = in.readLine();
            if (status == null) {
                throw new IOException("the server closed the connection without a response");
            }
            Map<String, List<String>> headers = new TreeMap<>();
            for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
                String[] pair = line.split(":\\s*", 2);
                headers.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[1]);
            }
            HttpHeaders all = HttpHeaders.of(headers, (name, value) -> true);
            char[] body = new char[(int) all.firstValueAsLong("Content-Length").orElse(0)];
            for (int read = 0; read < body.length; read += in.read(body, read, body.length - read)) {
                // reads on until the body is complete
            }
            return RawHttp.recorded(
                    request,
                    new ApiResponse(
                            Integer.parseInt(status.split(" ")[1]),
                            all,
                            new String(body).getBytes(StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("no response: " + e.getMessage(), e);
        }
    }

    /** Waits until the server closes the connection; fails if it sends anything, or waits for too long. */
    public boolean isClosedByServer() {
        try {
            return in.read() < 0;
        } catch (SocketTimeoutException stillOpen) {
            return false;
        } catch (IOException reset) {
            return true;
        }
    }

    /** Tells whether bytes of a response have arrived. */
    public boolean isAnswered() {
        try {
            return socket.getInputStream().available() > 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Sends one more byte, and tells whether the server has closed the connection, whatever it sent before. */
    public boolean isRefusingBytes() {
        try {
            socket.getOutputStream().write(' ');
            return false;
        } catch (IOException closed) {
            return true;
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
