package org.solitude.web.http.json;

/**
 * The media type of JSON merge patches (RFC 7396). Every PATCH takes it beside plain JSON, and does the same with both:
 * members that are sent change, null removes a value.
 */
public final class MergePatch {

    public static final String MEDIA_TYPE = "application/merge-patch+json";

    private MergePatch() {}
}
