package org.solitude.testkit.client;

/** The request line and the response status of a request, for recording. */
public record Exchange(String method, String path, int status) {}
