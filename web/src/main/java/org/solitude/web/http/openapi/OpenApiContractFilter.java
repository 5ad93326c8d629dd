package org.solitude.web.http.openapi;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.Paths;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.parameters.Parameter.In;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;

/**
 * Adds to every operation what holds for all of them, so that no resource repeats it: who may call, the headers of the
 * asynchronous contract, and the responses of the filters around a resource. What a resource declares itself stays as
 * it is. The components named here are in {@code META-INF/openapi.yaml}.
 */
public class OpenApiContractFilter implements OASFilter {

    /** The extension of an operation that needs no login. */
    static final String PUBLIC = "x-public";

    private static final Set<HttpMethod> DELAYABLE = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final String LIMIT = "#/components/parameters/Limit";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String OPERATORS = "/operations/";
    private static final String TASKS = "/delay/";
    private static final String RECORDS = "/generic/";

    private static final List<String> LIST_PARAMETERS = List.of("Offset", "CreatedFrom", "CreatedBefore");

    private static final List<String> OPTION_HEADERS = List.of(
            "SolitudeAsync",
            "Prefer",
            "IdempotencyKey",
            "SolitudePriority",
            "SolitudeNotBefore",
            "SolitudeExpires",
            "SolitudeRetries",
            "SolitudeOrderingKey",
            "SolitudeCallback");

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Map<String, PathItem> sorted = new TreeMap<>();
        api.getPaths().getPathItems().forEach((path, item) -> {
            String described = path.endsWith("/") || path.endsWith("{path}") ? path : path + "/";
            item.getOperations().forEach((method, operation) -> describe(described, method, operation));
            sorted.put(described, item);
        });
        Paths paths = OASFactory.createPaths();
        sorted.forEach(paths::addPathItem);
        api.setPaths(paths);
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        if (operation.getExtensions() != null && operation.getExtensions().containsKey(PUBLIC)) {
            operation.removeExtension(PUBLIC);
            operation.setSecurity(List.of());
            return;
        }
        describePath(path, operation);
        Map<String, String> shared = new LinkedHashMap<>();
        shared.put("401", "Unknown");
        if (path.startsWith(OPERATORS) || method != HttpMethod.GET) {
            shared.put("403", "Forbidden");
        }
        if (path.contains("{")) {
            shared.put("404", "NotFound");
        }
        if (method == HttpMethod.GET && path.startsWith(TASKS)) {
            shared.put("429", "TooMany");
        }
        if (method == HttpMethod.GET && (path.startsWith(RECORDS) || path.startsWith(TASKS))) {
            operation.addParameter(OASFactory.createParameter().ref("IfNoneMatch"));
            shared.putAll(Map.of("304", "NotModified", "412", "Stale"));
        }
        if (isList(operation)) {
            LIST_PARAMETERS.forEach(parameter ->
                    operation.addParameter(OASFactory.createParameter().ref(parameter)));
            shared.put("400", "Malformed");
        }
        if (DELAYABLE.contains(method)) {
            OPTION_HEADERS.forEach(header ->
                    operation.addParameter(OASFactory.createParameter().ref(header)));
            shared.putAll(Map.of(
                    "202", "Accepted", "400", "Malformed", "409", "KeyInUse", "429", "TooMany", "503", "Unavailable"));
            shared.put("422", operation.getRequestBody() == null ? "KeyReused" : "InvalidFields");
            if (operation.getRequestBody() != null) {
                shared.putAll(Map.of("408", "TooSlow", "413", "TooLarge", "415", "NotJson"));
            }
        }
        add(operation, shared);
    }

    /** Recognizes a list by its {@code limit} parameter. */
    private static boolean isList(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> LIMIT.equals(parameter.getRef()));
    }

    /** Adds each variable of the path that no method declares as a parameter. */
    private static void describePath(String path, Operation operation) {
        Set<String> described = operation.getParameters() == null
                ? Set.of()
                : operation.getParameters().stream()
                        .filter(parameter -> parameter.getIn() == In.PATH)
                        .map(Parameter::getName)
                        .collect(Collectors.toSet());
        VARIABLE.matcher(path)
                .results()
                .map(variable -> variable.group(1))
                .filter(name -> !described.contains(name))
                .forEach(name -> operation.addParameter(OASFactory.createParameter()
                        .name(name)
                        .in(In.PATH)
                        .required(true)
                        .schema(OASFactory.createSchema().addType(SchemaType.STRING))));
    }

    private static void add(Operation operation, Map<String, String> shared) {
        APIResponses own = operation.getResponses();
        Map<String, APIResponse> all = new TreeMap<>();
        shared.forEach(
                (status, name) -> all.put(status, OASFactory.createAPIResponse().ref(name)));
        if (own != null && own.getAPIResponses() != null) {
            all.putAll(own.getAPIResponses());
        }
        APIResponses responses = OASFactory.createAPIResponses();
        all.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }
}
