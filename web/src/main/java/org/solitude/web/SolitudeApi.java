package org.solitude.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API, at the root of the server. Its resources are found by scanning. */
@ApplicationPath("/")
public class SolitudeApi extends Application {}
