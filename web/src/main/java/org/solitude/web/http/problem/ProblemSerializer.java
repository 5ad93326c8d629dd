package org.solitude.web.http.problem;

import jakarta.json.bind.serializer.JsonbSerializer;
import jakarta.json.bind.serializer.SerializationContext;
import jakarta.json.stream.JsonGenerator;

/** Writes extensions beside the standard members, as RFC 9457 requires, and leaves out a null detail. */
public class ProblemSerializer implements JsonbSerializer<Problem> {

    @Override
    public void serialize(Problem problem, JsonGenerator json, SerializationContext context) {
        json.writeStartObject();
        json.write("type", problem.type().toString());
        json.write("title", problem.title());
        json.write("status", problem.status());
        if (problem.detail() != null) {
            json.write("detail", problem.detail());
        }
        problem.extensions().forEach((name, value) -> context.serialize(name, value, json));
        json.writeEnd();
    }
}
