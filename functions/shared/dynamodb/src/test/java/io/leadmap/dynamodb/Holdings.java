package io.leadmap.dynamodb;

import io.leadmap.domain.lead.FieldValue;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Which variants of the domain's sealed types and which constants of its enums a type can hold, or
 * a value holds.
 */
final class Holdings {

    /** Only commands carry it. */
    private static final Set<Class<?>> NEVER_KEPT = Set.of(FieldValue.Unread.class);

    private final Set<String> seen = new TreeSet<>();
    private final Set<Type> walked = new HashSet<>();

    Set<String> seen() {
        return seen;
    }

    void addType(Type type) {
        if (!walked.add(type)) {
            return;
        }
        if (type instanceof ParameterizedType generic) {
            for (Type argument : generic.getActualTypeArguments()) {
                addType(argument);
            }
        } else if (type instanceof Class<?> plain && plain.getName().startsWith("io.leadmap")) {
            addOwn(plain);
        }
    }

    private void addOwn(Class<?> type) {
        if (NEVER_KEPT.contains(type)) {
            return;
        }
        if (type.isSealed()) {
            for (Class<?> variant : type.getPermittedSubclasses()) {
                addType(variant);
            }
        } else if (type.isEnum()) {
            for (Object constant : type.getEnumConstants()) {
                seen.add(name(type) + "." + constant);
            }
        } else if (type.isRecord()) {
            seen.add(name(type));
            for (RecordComponent component : type.getRecordComponents()) {
                addType(component.getGenericType());
            }
        }
    }

    void addValue(@Nullable Object value) {
        switch (value) {
            case null -> {}
            case Collection<?> many -> many.forEach(this::addValue);
            case Map<?, ?> map -> {
                map.keySet().forEach(this::addValue);
                map.values().forEach(this::addValue);
            }
            case Enum<?> constant ->
                    seen.add(name(constant.getDeclaringClass()) + "." + constant.name());
            case Record fields -> {
                seen.add(name(fields.getClass()));
                for (RecordComponent component : fields.getClass().getRecordComponents()) {
                    addValue(read(fields, component));
                }
            }
            default -> {}
        }
    }

    private static @Nullable Object read(Record fields, RecordComponent component) {
        try {
            return component.getAccessor().invoke(fields);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String name(Class<?> type) {
        return type.getName().substring("io.leadmap.domain.".length());
    }
}
