package org.solitude.testkit.client;

/** What was asked and how it was answered, for who keeps a record. */
public record Exchange(String method, String path, int status) {}
