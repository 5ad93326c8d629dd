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

/** The OpenAPI document, without the tests' own probes. */
record OpenApiDocument(JsonObject json) {
    private static final Path FILE = Path.of("target", "openapi.json");
    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "options", "head", "patch");

    /** An operation: its method in capitals, its path with variables, and what is said of it. */
    record Operation(String method, String path, JsonObject definition) {

        Set<String> statuses() {
            return definition.getJsonObject("responses").keySet();
        }

        /** The component that describes this answer, or nothing where the operation does itself. */
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

        /** The names of the parameters that stand in components. */
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

    /** As the server gave it in this build. */
    static OpenApiDocument load() {
        try {
            return parse(Files.readString(FILE));
        } catch (IOException e) {
            throw new UncheckedIOException("the document was not kept: has no test of the server run?", e);
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

    /** Each operation as a route: its method and its path without the names of variables. */
    Set<String> routes() {
        return operations().stream()
                .map(operation -> operation.method() + " " + withoutVariableNames(operation.path()))
                .collect(Collectors.toSet());
    }

    /** A path with a dash for each variable, and without a slash at its end. */
    static String withoutVariableNames(String path) {
        return path.replaceAll("\\{\\s*\\w+\\s*(?::[^{}]*(?:\\{[^{}]*}[^{}]*)*)?}", "-")
                .replaceAll("/$", "");
    }
}
