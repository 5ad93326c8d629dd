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

/** Requests that no decent client would send: written to a socket as they stand, but for a login after the first line. */
public record RawHttp(Ports ports, String authorization) {
    private static final int READ_TIMEOUT_MILLIS = 20_000;
    private static final Pattern REQUEST_LINE = Pattern.compile("([A-Z]+) (/[!-~]*) HTTP/1\\.1\r\n");

    public static RawHttp to(TestServer server) {
        return new RawHttp(
                server.ports(), "Authorization: " + server.logins().tests().basic());
    }

    /** Writes what it is given and reads one answer; what the server does not want to read is not an error. */
    public ApiResponse send(String request) {
        return recorded(request, exchange(out -> out.write(authorized(request))));
    }

    /** Writes the head, then a number of chunks of this size, for as long as the server takes them. */
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

    private static ApiResponse recorded(String head, ApiResponse answer) {
        Matcher sound = REQUEST_LINE.matcher(head);
        if (sound.lookingAt()) {
            RecordedExchanges.record(new Exchange(sound.group(1), sound.group(2), answer.status()));
        }
        return answer;
    }

    private byte[] authorized(String request) {
        return request.replaceFirst("\r\n", "\r\n" + authorization + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
    }

    private ApiResponse exchange(RequestWriter speech) {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), ports.http())) {
            socket.setSoTimeout(READ_TIMEOUT_MILLIS);
            Thread speaker = new Thread(() -> write(socket, speech), "raw request");
            speaker.setDaemon(true);
            speaker.start();
            return read(
                    new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1)));
        } catch (IOException e) {
            throw new UncheckedIOException("no answer: " + e.getMessage(), e);
        }
    }

    private static void write(Socket socket, RequestWriter speech) {
        try {
            OutputStream out = socket.getOutputStream();
            speech.writeTo(out);
            out.flush();
        } catch (IOException e) {
            System.getLogger(RawHttp.class.getName()).log(System.Logger.Level.DEBUG, "the server stopped listening", e);
        }
    }

    private static ApiResponse read(BufferedReader in) throws IOException {
        String status = in.readLine();
        if (status == null) {
            throw new IOException("closed without an answer");
        }
        Map<String, List<String>> headers = new TreeMap<>();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            String[] pair = line.split(":\\s*", 2);
            headers.computeIfAbsent(pair[0], name -> new ArrayList<>()).add(pair[1]);
        }
        return new ApiResponse(
                Integer.parseInt(status.split(" ")[1]), HttpHeaders.of(headers, (name, value) -> true), new byte[0]);
    }

    private interface RequestWriter {
        void writeTo(OutputStream out) throws IOException;
    }
}
