package org.solitude.harness;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.solitude.testkit.client.ApiResponse;
import org.solitude.testkit.client.Exchange;

/**
 * Sends requests that an HTTP client library would refuse to send. The text goes to the socket unchanged, except for a
 * login that is added after the first line.
 */
public record RawHttp(Ports ports, String authorization) {
    private static final int READ_TIMEOUT_MILLIS = 20_000;
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (/[!-~]*) HTTP/1\\.1\r\n");

    public static RawHttp to(TestServer server) {
        return new RawHttp(
                server.ports(), "Authorization: " + server.logins().tests().basic());
    }

    /** Writes the request and reads one response. It is no error if the server does not read the whole request. */
    public ApiResponse send(String request) {
        return recorded(request, exchange(out -> out.write(authorized(request))));
    }

    /** Writes the request without a login and reads one response. */
    public ApiResponse sendAnonymously(String request) {
        return recorded(request, exchange(out -> out.write(request.getBytes(StandardCharsets.ISO_8859_1))));
    }

    /** Writes the head, then this number of chunks of this size, until the server stops reading. */
    public ApiResponse sendChunks(String head, int number, int size) {
        byte[] chunk =
                (Integer.toHexString(size) + "\r\n" + "x".repeat(size) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return recorded(head, exchange(out -> {
            out.write(authorized(head));
            for (int i = 0; i < number; i++) {
                out.write(chunk);
            }
            out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
        }));
    }

    /** Records the response to a request that begins with this text, where it is well-formed. */
    static ApiResponse recorded(String head, ApiResponse response) {
        Matcher requestLine = REQUEST_LINE.matcher(head);
        if (requestLine.lookingAt()) {
            RecordedExchanges.record(new Exchange(requestLine.group(1), requestLine.group(2), response.status()));
        }
        return response;
    }

    private byte[] authorized(String request) {
        return request.replaceFirst("\r\n", "\r\n" + authorization + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private ApiResponse exchange(RequestWriter request) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.http())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            Thread writer = new Thread(() -> write(socket, request), "raw request");
            writer.setDaemon(true);
            writer.start();
            return read(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("no response: " + e.getMessage(), e);
        }
    }

    private static void write(Socket socket, RequestWriter request) {
        try {
            OutputStream out = socket.getOutputStream();
            request.writeTo(out);
            out.flush();
        } catch (IOException e) {
            System.getLogger(RawHttp.class.getName())
                    .log(System.Logger.Level.DEBUG, "the server stopped reading the request", e);
        }
    }

    private static ApiResponse read(BufferedReader in) throws IOException {
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
        return new ApiResponse(Integer.parseInt(status.split(" ")[1]), all, readBody(in, all));
    }

    /** Reads a body of known length as far as it comes; a response to HEAD has none. */
    private static byte[] readBody(BufferedReader in, HttpHeaders headers) throws IOException {
        char[] body = new char[(int) headers.firstValueAsLong("Content-Length").orElse(0)];
        int read = 0;
        for (int more = 0; more >= 0 && read < body.length; read += Math.max(0, more)) {
            more = in.read(body, read, body.length - read);
        }
        return new String(body, 0, read).getBytes(StandardCharsets.ISO_8859_1);
    }

    private interface RequestWriter {
        void writeTo(OutputStream out) throws IOException;
    }
}
