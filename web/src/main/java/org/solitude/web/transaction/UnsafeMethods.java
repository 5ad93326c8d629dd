package org.solitude.web.transaction;

import java.util.Set;

/** The methods that may change something: all but the safe ones (RFC 9110, 9.2.1). */
final class UnsafeMethods {

    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

    private UnsafeMethods() {}

    static boolean contains(String method) {
        return !SAFE.contains(method);
    }
}
