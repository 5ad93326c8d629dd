package org.solitude.crash;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The processes that one kill ends. */
enum Victim {
    SERVER,
    DATABASE,
    BOTH;

    boolean includesServer() {
        return this != DATABASE;
    }

    boolean includesDatabase() {
        return this != SERVER;
    }

    /** Reads a list such as {@code server,database}; kills take turns in its order. */
    static List<Victim> parse(String list) {
        return Stream.of(list.split(",", -1))
                .map(name -> valueOf(name.strip().toUpperCase(Locale.ROOT)))
                .toList();
    }
}
