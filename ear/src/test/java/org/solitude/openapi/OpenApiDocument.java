package org.solitude.openapi;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads the OpenAPI document and leaves out the operations of the tests' probes. */
record OpenApiDocument(JsonObject json) {
    private static final Path FILE = Path.of("target", "openapi.json");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /** An operation: its method in capitals, its path with variables, and its definition in the document. */
    record Operation(String method, String path, JsonObject definition) {

        Set<String> statuses() {
            return definition.getJsonObject("responses").keySet();
        }

        /** Returns the component that this response refers to, or an empty text if the operation defines it itself. */
        String component(String status) {
            return definition
                    .getJsonObject("responses")
                    .getJsonObject(status)
                    .getString("$ref", "")
                    .replaceFirst(".*/", "");
        }

        boolean hasBody() {
            return definition.containsKey("requestBody");
        }

        boolean isPublic() {
            return definition.containsKey("security")
                    && definition.getJsonArray("security").isEmpty();
        }

        boolean isWrite() {
            return Set.of("POST", "PUT", "PATCH").contains(method);
        }

        /** Returns the names of the parameters that refer to components. */
        List<String> sharedParameters() {
            JsonArray parameters = definition.containsKey("parameters")
                    ? definition.getJsonArray("parameters")
                    : JsonValue.EMPTY_JSON_ARRAY;
            return parameters.stream()
                    .map(parameter -> parameter.asJsonObject().getString("$ref", ""))
                    .filter(ref -> !ref.isEmpty())
                    .map(ref -> ref.replaceFirst(".*/", ""))
                    .toList();
        }

        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static OpenApiDocument parse(String text) {
        return new OpenApiDocument(Json.createReader(new StringReader(text)).readObject());
    }

    /** Reads the document that the server sent in this build. */
    static OpenApiDocument load() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("the document was not saved: did the container tests run?", e);
        }
    }

    void save() {
        try {
            Files.writeString(FILE, json.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<Operation> operations() {
        return json.getJsonObject("paths").entrySet().stream()
                .filter(path -> !path.getKey().startsWith("/probe/"))
                .flatMap(path -> path.getValue().asJsonObject().entrySet().stream()
                        .filter(operation -> METHODS.contains(operation.getKey()))
                        .map(operation -> new Operation(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                operation.getValue().asJsonObject())))
                .toList();
    }

    /** Returns the method and path of each operation, without the names of variables. */
    Set<String> routes() {
        return operations().stream()
                .map(operation -> operation.method() + " " + withoutVariableNames(operation.path()))
                .collect(Collectors.toSet());
    }

    /** Replaces each variable of a path by a dash and removes the slash at its end. */
    static String withoutVariableNames(String path) {
        return path.replaceAll("\\{\\s*\\w+\\s*(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}", "-")
                .replaceAll("/$", "");
    }
}
