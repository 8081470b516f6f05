package beckon.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import beckon.contact.entity.ContactBadge;
import beckon.contact.entity.ContactGroup;
import beckon.contact.entity.ContactKind;
import beckon.contact.entity.ContactLabel;
import beckon.invitation.entity.InvitationState;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import jakarta.json.spi.JsonProvider;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds the written contract against the classes, so that neither moves alone. */
class OpenApiTest {
    private static final List<Class<?>> RESOURCES =
            List.of(
                    TokensResource.class,
                    InvitationsResource.class,
                    LinksResource.class,
                    ContactsResource.class,
                    OpenApiResource.class);
    private static final JsonObject DOCUMENT = document();

    @Test
    void operationsAreThoseOfTheResources() {
        Set<String> written = new TreeSet<>();
        DOCUMENT.getJsonObject("paths")
                .forEach(
                        (path, item) ->
                                item.asJsonObject()
                                        .keySet()
                                        .forEach(method -> written.add(method + " " + path)));

        assertThat(written).isEqualTo(operations().keySet());
    }

    @Test
    void parametersAreThoseOfTheMethods() {
        operations()
                .forEach(
                        (operation, method) ->
                                assertThat(writtenParameters(operation))
                                        .as(operation)
                                        .isEqualTo(parameters(method)));
    }

    @ParameterizedTest
    @MethodSource
    void schemasAreTheRecords(String name, Class<? extends Record> type) {
        Set<String> components =
                Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .collect(Collectors.toSet());

        assertThat(schema(name).getJsonObject("properties").keySet()).isEqualTo(components);
        assertThat(schema(name).getBoolean("additionalProperties")).isFalse();
    }

    static Stream<Arguments> schemasAreTheRecords() {
        return Stream.of(
                Arguments.of("TokenRequest", TokenRequest.class),
                Arguments.of("TokenAnswer", TokenAnswer.class),
                Arguments.of("InviteRequest", InviteRequest.class),
                Arguments.of("InviteAnswer", InviteAnswer.class),
                Arguments.of("InviteResult", InviteAnswer.Result.class),
                Arguments.of("Invitation", InvitationAnswer.class),
                Arguments.of("Dispatch", InvitationAnswer.Dispatch.class),
                Arguments.of("InvitationPage", PageAnswer.class),
                Arguments.of("LinkRequest", LinkRequest.class),
                Arguments.of("NewLink", NewLinkAnswer.class),
                Arguments.of("Link", LinkAnswer.class),
                Arguments.of("LinkPage", PageAnswer.class),
                Arguments.of("Contact", ContactAnswer.class),
                Arguments.of("ContactRequest", ContactRequest.class),
                Arguments.of("ContactCard", ContactCardAnswer.class),
                Arguments.of("ContactEmail", ContactCardAnswer.Email.class),
                Arguments.of("ContactPhone", ContactCardAnswer.Phone.class),
                Arguments.of("ContactPage", PageAnswer.class));
    }

    @Test
    void listedValuesAreThoseOfTheEnums() {
        Stream.of(
                        InviteAnswer.Result.class,
                        InvitationAnswer.class,
                        InvitationAnswer.Dispatch.class,
                        LinkAnswer.class)
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .filter(component -> component.getType().isEnum())
                .forEach(
                        component ->
                                assertThat(listed(schemaOf(component), component.getName()))
                                        .as(component.toString())
                                        .isEqualTo(names(component.getType())));
        assertThat(listed("Contact", "kind")).isEqualTo(names(ContactKind.class));
        assertThat(listed("ContactCard", "kind")).isEqualTo(names(ContactKind.class));
        assertThat(listed("ContactPhone", "label")).isEqualTo(names(ContactLabel.class));
        assertThat(listedByParameter("/v1/invitations", "state"))
                .isEqualTo(names(InvitationState.class));
        assertThat(listedByParameter("/v1/contacts", "group")).isEqualTo(names(ContactGroup.class));
        assertThat(listedByParameter("/v1/contacts", "badge")).isEqualTo(names(ContactBadge.class));
    }

    @Test
    void everyReferenceLeadsSomewhere() {
        assertThat(references(DOCUMENT))
                .isNotEmpty()
                .allSatisfy(
                        reference ->
                                assertThat(
                                                DOCUMENT.getValue(
                                                        reference.substring(
                                                                reference.indexOf('#') + 1)))
                                        .isNotNull());
    }

    @Test
    void whoeverNeedsATokenIsToldWithoutOne() {
        operations()
                .keySet()
                .forEach(
                        operation -> {
                            JsonObject written = written(operation);
                            boolean open = written.containsKey("security");
                            if (!open) {
                                assertThat(written.getJsonObject("responses")).containsKey("401");
                            }
                        });
    }

    private static Map<String, Method> operations() {
        Map<String, Method> operations = new TreeMap<>();
        for (Class<?> resource : RESOURCES) {
            for (Method method : resource.getDeclaredMethods()) {
                String verb = verb(method);
                if (verb != null) {
                    operations.put(verb + " /" + path(resource) + path(method), method);
                }
            }
        }
        return operations;
    }

    private static String verb(Method method) {
        return method.isAnnotationPresent(GET.class)
                ? "get"
                : method.isAnnotationPresent(POST.class)
                        ? "post"
                        : method.isAnnotationPresent(PUT.class)
                                ? "put"
                                : method.isAnnotationPresent(DELETE.class) ? "delete" : null;
    }

    private static String path(Class<?> resource) {
        return resource.getAnnotation(Path.class).value();
    }

    private static String path(Method method) {
        Path path = method.getAnnotation(Path.class);
        return path == null ? "" : "/" + path.value();
    }

    private static Set<String> parameters(Method method) {
        return Arrays.stream(method.getParameterAnnotations())
                .flatMap(Arrays::stream)
                .map(OpenApiTest::parameter)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String parameter(Annotation annotation) {
        return annotation instanceof QueryParam query
                ? "query " + query.value()
                : annotation instanceof PathParam path ? "path " + path.value() : null;
    }

    private static Set<String> writtenParameters(String operation) {
        JsonArray parameters = written(operation).getJsonArray("parameters");
        return parameters == null
                ? Set.of()
                : parameters.getValuesAs(JsonObject.class).stream()
                        .map(p -> p.getString("in") + " " + p.getString("name"))
                        .collect(Collectors.toSet());
    }

    private static JsonObject written(String operation) {
        String[] parts = operation.split(" ");
        return DOCUMENT.getJsonObject("paths").getJsonObject(parts[1]).getJsonObject(parts[0]);
    }

    private static String schemaOf(RecordComponent component) {
        return switch (component.getDeclaringRecord().getSimpleName()) {
            case "Result" -> "InviteResult";
            case "InvitationAnswer" -> "Invitation";
            case "LinkAnswer" -> "Link";
            default -> component.getDeclaringRecord().getSimpleName();
        };
    }

    private static JsonObject schema(String name) {
        return DOCUMENT.getJsonObject("components").getJsonObject("schemas").getJsonObject(name);
    }

    private static Set<String> listed(String schema, String property) {
        return texts(schema(schema).getJsonObject("properties").getJsonObject(property));
    }

    private static Set<String> listedByParameter(String path, String name) {
        return written("get " + path)
                .getJsonArray("parameters")
                .getValuesAs(JsonObject.class)
                .stream()
                .filter(parameter -> parameter.getString("name").equals(name))
                .map(parameter -> texts(parameter.getJsonObject("schema")))
                .findFirst()
                .orElseThrow();
    }

    private static Set<String> texts(JsonObject schema) {
        return schema.getJsonArray("enum").stream()
                .filter(value -> value != JsonValue.NULL)
                .map(value -> value.toString().replace("\"", ""))
                .collect(Collectors.toSet());
    }

    private static Set<String> names(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(constant -> ((Enum<?>) constant).name())
                .collect(Collectors.toSet());
    }

    private static Set<String> references(JsonValue value) {
        Set<String> found = new TreeSet<>();
        if (value instanceof JsonObject object) {
            if (object.containsKey("$ref")) {
                found.add(object.getString("$ref"));
            }
            object.values().forEach(child -> found.addAll(references(child)));
        } else if (value instanceof JsonArray array) {
            array.forEach(child -> found.addAll(references(child)));
        }
        return found;
    }

    private static JsonObject document() {
        try (InputStream stream = OpenApiTest.class.getResourceAsStream("openapi.json");
                var reader = JsonProvider.provider().createReader(stream)) {
            return reader.readObject();
        } catch (java.io.IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
