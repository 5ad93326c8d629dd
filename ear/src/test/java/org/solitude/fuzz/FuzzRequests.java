package org.solitude.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.random.RandomGenerator;

/** Generates malformed requests by combining valid and invalid parts. The same seed generates the same requests. */
final class FuzzRequests {

    private static final List<String> METHODS = List.of(
            "GET",
            "POST",
            "PUT",
            "PATCH",
            "DELETE",
            "HEAD",
            "OPTIONS",
            "TRACE",
            "CONNECT",
            "PROPFIND",
            "get",
            "P0ST",
            "*");

    private static final List<String> PATHS = List.of(
            "/generic/buyer/",
            "/generic/buyer/1/",
            "/generic/buyer/9223372036854775807/",
            "/generic/buyer/-1/",
            "/generic/buyer/1e3/",
            "/generic/buyer/[1]/",
            "/generic/buyer/?limit=0&offset=-1",
            "/generic/buyer/?uuid=%00&uuid=%ff",
            "/generic/buyer/?uuid=' or 1=1--",
            "/generic/seller/",
            "/generic/product/",
            "/generic/transaction/",
            "/delay/result/",
            "/delay/result/?state=waiting&run=true&cursor=-1",
            "/delay/result/?limit=99999999999999999999",
            "/delay/result/00000000-0000-0000-0000-000000000000/",
            "/delay/replay/../result/",
            "/delay/replay/%2e%2e%2fresult/",
            "/delay/replay/1-1-1-1-1/",
            "//generic//buyer//",
            "/generic/buyer;jsessionid=1/",
            "/generic/buyer/%c0%ae%c0%ae/",
            "/WEB-INF/web.xml",
            "/%57EB-INF/web.xml",
            "/META-INF/MANIFEST.MF",
            "/wildfly-services/ejb/v1/",
            "/console/index.html",
            "/management",
            "/",
            "*",
            "http://elsewhere.example/generic/buyer/");

    private static final List<String> HEADERS = List.of(
            "Solitude-Async: yes",
            "Solitude-Async:  ",
            "Solitude-Async: yes\r\n no",
            "Solitude-Priority: 11",
            "Solitude-Priority: -1",
            "Solitude-Not-Before: tomorrow",
            "Solitude-Not-Before: 99999999999999999999",
            "Solitude-Expires: Thu, 99 Foo 1970",
            "Solitude-Retries: 1e9",
            "Idempotency-Key: \"open",
            "Idempotency-Key: a, b",
            "Idempotency-Key: ".concat("x".repeat(300)),
            "Solitude-Callback: https://[::1",
            "Solitude-Callback: gopher://127.0.0.1:6379/_FLUSHALL",
            "Content-Type: text/plain",
            "Content-Type: application/json;charset=utf-99",
            "Content-Type: /",
            "Content-Type: application/json\r\nContent-Type: text/html",
            "Accept: */*;q=7",
            "Accept: ;;,,",
            "Accept: image/png",
            "Accept-Language: ".concat("x-".repeat(200)),
            "Content-Encoding: gzip",
            "If-Match: *\", W/\"x",
            "If-None-Match: ''",
            "Host: [::1",
            "X-Forwarded-For: 127.0.0.1\r\nX-Forwarded-Host: elsewhere.example",
            "X-HTTP-Method-Override: DELETE",
            "Authorization: Basic \u00ff\u00fe==",
            "Authorization: Bearer a.b.c",
            "Cookie: JSESSIONID=../../etc/passwd",
            "Range: bytes=0-,5-1",
            "Expect: a-miracle",
            "X-Injected: a\rSet-Cookie: b=c",
            "X-Null: a\u0000b");

    private static final List<String> BODIES = List.of(
            "{}",
            "",
            "{",
            "null",
            "[]",
            "\"text\"",
            "{\"uuid\": null}",
            "{\"uuid\": 1e999}",
            "{\"uuid\": \"\\u0000\"}",
            "{\"uuid\": \"\\ud800\"}",
            "{\"uuid\": {\"a\": [1]}}",
            "{\"uuid\": \"a\", \"uuid\": \"b\"}",
            "{\"resource_pk\": 1, \"counter\": 5, \"__proto__\": {}}",
            "{\"uuid\": \"x\", \"pin\": \"12345678901234567890\"}",
            "{\"uuid\": \"".concat("u".repeat(5000)).concat("\"}"),
            "[".repeat(3000),
            "{\"a\":".repeat(3000),
            "<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>",
            "\u00ef\u00bb\u00bf{\"uuid\": \"bom\"}",
            "\u00ff\u00fe\u0000\u0001");

    private final RandomGenerator random;
    private final String authorization;

    /** Creates a generator; half of its requests send these credentials. */
    FuzzRequests(RandomGenerator random, String authorization) {
        this.random = random;
        this.authorization = authorization;
    }

    byte[] next() {
        String body = pick(BODIES);
        StringBuilder head = new StringBuilder();
        head.append(pick(METHODS))
                .append(' ')
                .append(path())
                .append(' ')
                .append(version())
                .append("\r\n");
        head.append("Host: localhost\r\n");
        if (random.nextBoolean()) {
            head.append("Authorization: ").append(authorization).append("\r\n");
        }
        if (random.nextBoolean()) {
            head.append("Content-Type: application/json\r\n");
        }
        for (int extra = random.nextInt(4); extra > 0; extra--) {
            head.append(pick(HEADERS)).append("\r\n");
        }
        head.append(lengthHeaders(body)).append("Connection: close\r\n\r\n");
        return corrupted((head + body).getBytes(StandardCharsets.ISO_8859_1));
    }

    private String path() {
        String path = pick(PATHS);
        return switch (random.nextInt(8)) {
            case 0 -> path + "%" + Integer.toHexString(random.nextInt(256));
            case 1 -> path + "/" + "a".repeat(random.nextInt(3000));
            case 2 -> path.replace("/", "/./");
            default -> path.replace(" ", "%20");
        };
    }

    private String version() {
        return switch (random.nextInt(20)) {
            case 0 -> "HTTP/1.0";
            case 1 -> "HTTP/9.9";
            case 2 -> "";
            default -> "HTTP/1.1";
        };
    }

    /** Returns headers for the length of the body: right, wrong, repeated or contradictory (request smuggling). */
    private String lengthHeaders(String body) {
        return switch (random.nextInt(12)) {
            case 0 -> "Content-Length: -5\r\n";
            case 1 -> "Content-Length: 3\r\nContent-Length: 5\r\n";
            case 2 -> "Content-Length: " + body.length() + "\r\nTransfer-Encoding: chunked\r\n";
            case 3 -> "Transfer-Encoding: chunked\r\n";
            case 4 -> "Transfer-Encoding: \u000bchunked\r\nContent-Length: 4\r\n";
            case 5 -> "Content-Length: 99999999999999999999\r\n";
            default -> "Content-Length: " + body.length() + "\r\n";
        };
    }

    /** Changes a few bytes of one request in eight. */
    private byte[] corrupted(byte[] request) {
        if (random.nextInt(8) > 0) {
            return request;
        }
        byte[] bytes = request.clone();
        for (int change = 1 + random.nextInt(4); change > 0; change--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        return bytes;
    }

    private String pick(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
