package org.solitude.provider;

import java.util.HashMap;
import java.util.Map;

/** Limits how many calls of one client run at once, so that no client takes the places of all. */
final class PerClientBulkhead {

    private final int limit;
    private final Map<String, Integer> running = new HashMap<>();

    PerClientBulkhead(int limit) {
        this.limit = limit;
    }

    /** Takes a place for a call of this client, which {@link #leave} gives back; false if it has no more. */
    synchronized boolean enter(String client) {
        int present = running.getOrDefault(client, 0);
        if (present == limit) {
            return false;
        }
        running.put(client, present + 1);
        return true;
    }

    synchronized void leave(String client) {
        running.computeIfPresent(client, (key, present) -> present == 1 ? null : present - 1);
    }
}
