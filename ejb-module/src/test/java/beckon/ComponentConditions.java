package beckon;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.DependsOn;
import jakarta.persistence.Entity;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

/** What the architecture test asks of classes, where the library has no words for it. */
final class ComponentConditions {

    private static final List<String> LAYERS = List.of("entity", "control", "boundary");

    /** Components that are libraries to the others: any public class may be used. */
    private static final Set<String> OPEN = Set.of("shared", "connector");

    private static final Set<String> MOMENTS =
            Set.of(
                    "java.time.Instant",
                    "java.time.LocalDate",
                    "java.time.LocalDateTime",
                    "java.time.LocalTime",
                    "java.time.OffsetDateTime",
                    "java.time.ZonedDateTime",
                    "java.time.Year");

    private ComponentConditions() {}

    /** {@code invitation} of {@code beckon.invitation.entity.Invitation}; empty if not ours. */
    static String component(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 1 && parts[0].equals("beckon") ? parts[1] : "";
    }

    static ArchCondition<JavaClass> lookDownwardsInTheirOwnComponent() {
        return dependencies(
                "look downwards in their own component",
                (from, to) ->
                        !component(from).equals(component(to))
                                || layer(from) < 0
                                || layer(to) <= layer(from));
    }

    static ArchCondition<JavaClass> enterOthersThroughTheBoundary() {
        return dependencies(
                "enter other components through the boundary",
                (from, to) ->
                        component(from).equals(component(to))
                                || component(to).isEmpty()
                                || OPEN.contains(component(to))
                                || layer(to) == LAYERS.indexOf("boundary")
                                || layer(to) == LAYERS.indexOf("entity")
                                        && !to.isAnnotatedWith(Entity.class));
    }

    static ArchCondition<JavaClass> sayWhoMayCallEachMethod() {
        return condition(
                "say of each public method who may call it",
                (type, problems) ->
                        type.getMethods().stream()
                                .filter(
                                        method ->
                                                method.getModifiers().contains(JavaModifier.PUBLIC))
                                .filter(method -> !saysWhoMayCall(method))
                                .forEach(method -> problems.add(method.getFullName())));
    }

    static ArchCondition<JavaClass> dependOnTheSchema() {
        return condition(
                "depend on SchemaMigration",
                (type, problems) -> {
                    boolean depends =
                            type.tryGetAnnotationOfType(DependsOn.class)
                                    .map(
                                            on ->
                                                    Arrays.asList(on.value())
                                                            .contains("SchemaMigration"))
                                    .orElse(false);
                    if (!depends) {
                        problems.add(type.getName());
                    }
                });
    }

    static ArchCondition<JavaClass> askWhatTimeItIs() {
        return new ArchCondition<>("ask what time it is") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                for (JavaMethodCall call : type.getMethodCallsFromSelf()) {
                    boolean asks = asksForTheTime(call);
                    events.add(new SimpleConditionEvent(call, asks, call.getDescription()));
                }
            }
        };
    }

    static ArchCondition<JavaClass> takeNoOptional() {
        return condition(
                "take no Optional",
                (type, problems) ->
                        type.getCodeUnits().stream()
                                .filter(unit -> !unit.getName().startsWith("lambda$"))
                                .filter(
                                        unit ->
                                                unit.getRawParameterTypes().stream()
                                                        .anyMatch(
                                                                p ->
                                                                        p.isEquivalentTo(
                                                                                Optional.class)))
                                .forEach(unit -> problems.add(unit.getFullName())));
    }

    private static boolean asksForTheTime(JavaMethodCall call) {
        String owner = call.getTargetOwner().getName();
        return MOMENTS.contains(owner) && call.getName().equals("now")
                || owner.equals("java.lang.System") && call.getName().equals("currentTimeMillis");
    }

    private static boolean saysWhoMayCall(JavaMethod method) {
        long own =
                Stream.of(RolesAllowed.class, PermitAll.class)
                        .filter(method::isAnnotatedWith)
                        .count();
        long inherited =
                Stream.of(RolesAllowed.class, PermitAll.class)
                        .filter(method.getOwner()::isAnnotatedWith)
                        .count();
        return own == 1 || own == 0 && inherited == 1;
    }

    private static int layer(JavaClass type) {
        String[] parts = type.getPackageName().split("\\.");
        return parts.length > 2 ? LAYERS.indexOf(parts[2]) : -1;
    }

    private interface Allowed {
        boolean test(JavaClass from, JavaClass to);
    }

    private static ArchCondition<JavaClass> dependencies(String description, Allowed allowed) {
        return condition(
                description,
                (type, problems) -> {
                    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
                        JavaClass target = dependency.getTargetClass().getBaseComponentType();
                        if (!allowed.test(type, target)) {
                            problems.add(dependency.getDescription());
                        }
                    }
                });
    }

    private static ArchCondition<JavaClass> condition(
            String description, BiConsumer<JavaClass, List<String>> check) {
        return new ArchCondition<>(description) {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                List<String> problems = new java.util.ArrayList<>();
                check.accept(type, problems);
                problems.forEach(
                        problem -> events.add(SimpleConditionEvent.violated(type, problem)));
            }
        };
    }
}
