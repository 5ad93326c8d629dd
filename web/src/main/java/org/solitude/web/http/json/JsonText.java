package org.solitude.web.http.json;

/** A body that claims to be JSON and is text: read strictly, but not yet looked at. */
public record JsonText(String text) {

    /** The text as the fields of one object. */
    public JsonFields fields() {
        return JsonFieldsReader.fields(text);
    }
}
