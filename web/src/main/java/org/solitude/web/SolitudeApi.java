package org.solitude.web;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** The REST API, served at the root of the server. Resources and providers are found by scanning. */
@ApplicationPath("/")
public class SolitudeApi extends Application {}
