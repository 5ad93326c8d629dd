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
 * Describes what holds for every operation without a line of code in its resource, and so without a line about it there
 * either: who may call, the headers that delay a write, and the answers that come from the layers around a resource. What a
 * resource says itself is left as it is. The components that are named here stand in {@code META-INF/openapi.yaml}.
 */
public class OpenApiContractFilter implements OASFilter {

    /** On an operation that nobody has to log in for. */
    static final String PUBLIC = "x-public";

    private static final Set<HttpMethod> DELAYABLE = Set.of(HttpMethod.POST, HttpMethod.PUT, HttpMethod.PATCH);
    private static final String LIMIT = "#/components/parameters/Limit";
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");
    private static final String OPERATORS = "/operations/";
    private static final String TASKS = "/delay/";

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
        Map<String, PathItem> inOrder = new TreeMap<>();
        api.getPaths().getPathItems().forEach((path, item) -> {
            String described = path.endsWith("/") || path.endsWith("{path}") ? path : path + "/";
            item.getOperations().forEach((method, operation) -> describe(described, method, operation));
            inOrder.put(described, item);
        });
        Paths paths = OASFactory.createPaths();
        inOrder.forEach(paths::addPathItem);
        api.setPaths(paths);
    }

    private static void describe(String path, HttpMethod method, Operation operation) {
        if (operation.getExtensions() != null && operation.getExtensions().containsKey(PUBLIC)) {
            operation.removeExtension(PUBLIC);
            operation.setSecurity(List.of());
            return;
        }
        describePath(path, operation);
        Map<String, String> answers = new LinkedHashMap<>();
        answers.put("401", "Unknown");
        if (path.startsWith(OPERATORS)) {
            answers.put("403", "Forbidden");
        }
        if (path.contains("{")) {
            answers.put("404", "NotFound");
        }
        if (method == HttpMethod.GET && path.startsWith(TASKS)) {
            answers.put("429", "TooMany");
        }
        if (isList(operation)) {
            operation.addParameter(OASFactory.createParameter().ref("Offset"));
            answers.put("400", "Malformed");
        }
        if (DELAYABLE.contains(method)) {
            OPTION_HEADERS.forEach(
                    wish -> operation.addParameter(OASFactory.createParameter().ref(wish)));
            answers.putAll(Map.of(
                    "202", "Accepted", "400", "Malformed", "409", "KeyInUse", "429", "TooMany", "503", "Unavailable"));
            answers.put("422", operation.getRequestBody() == null ? "KeyReused" : "InvalidFields");
            if (operation.getRequestBody() != null) {
                answers.putAll(Map.of("413", "TooLarge", "415", "NotJson"));
            }
        }
        add(operation, answers);
    }

    /** A list is known by its limit. */
    private static boolean isList(Operation operation) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(parameter -> LIMIT.equals(parameter.getRef()));
    }

    /** Each variable of the path, also one that no method has as a parameter. */
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

    private static void add(Operation operation, Map<String, String> answers) {
        APIResponses own = operation.getResponses();
        Map<String, APIResponse> all = new TreeMap<>();
        answers.forEach(
                (status, name) -> all.put(status, OASFactory.createAPIResponse().ref(name)));
        if (own != null && own.getAPIResponses() != null) {
            all.putAll(own.getAPIResponses());
        }
        APIResponses responses = OASFactory.createAPIResponses();
        all.forEach(responses::addAPIResponse);
        operation.setResponses(responses);
    }
}
