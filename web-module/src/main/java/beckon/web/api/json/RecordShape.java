package beckon.web.api.json;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The components of a record type, looked up once. */
final class RecordShape<T extends Record> {
    private static final ClassValue<RecordShape<?>> SHAPES =
            new ClassValue<>() {
                @Override
                protected RecordShape<?> computeValue(Class<?> type) {
                    return new RecordShape<>(type.asSubclass(Record.class));
                }
            };

    private final Constructor<T> constructor;
    private final Map<String, Method> accessors = new LinkedHashMap<>();

    private RecordShape(Class<T> type) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            constructor =
                    type.getDeclaredConstructor(
                            Arrays.stream(components)
                                    .map(RecordComponent::getType)
                                    .toArray(Class<?>[]::new));
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException("every record has a canonical constructor", e);
        }
        constructor.setAccessible(true);
        for (RecordComponent component : components) {
            component.getAccessor().setAccessible(true);
            accessors.put(component.getName(), component.getAccessor());
        }
    }

    @SuppressWarnings("unchecked") // computed from the very same class
    static <T extends Record> RecordShape<T> of(Class<T> type) {
        return (RecordShape<T>) SHAPES.get(type);
    }

    boolean has(String name) {
        return accessors.containsKey(name);
    }

    boolean isList(String name) {
        return accessors.get(name).getReturnType() == List.class;
    }

    boolean isNumber(String name) {
        return accessors.get(name).getReturnType() == Integer.class;
    }

    T create(Map<String, Object> values) {
        try {
            return constructor.newInstance(accessors.keySet().stream().map(values::get).toArray());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make " + constructor.getName(), e);
        }
    }

    Map<String, Method> accessors() {
        return accessors;
    }

    static Object get(Method accessor, Object source) {
        try {
            return accessor.invoke(source);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("cannot read " + accessor.getName(), e);
        }
    }
}
