package io.leadmap.domain.text;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.PracticeId;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.net.URI;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** One of every record of the domain, each of its texts as badly written as can be. */
final class Specimens {

    /** In no form that is kept: decomposed, with spaces around it, an override and a line end. */
    static final String RAW = " \u00a0E\u0301lo\u202edie\r\nD\u2019Arcy\u3000";

    /** The forms in which that may be kept. */
    static final Set<String> KEPT = Set.of(Line.of(RAW), Prose.of(RAW));

    private final Map<Type, Object> known = new LinkedHashMap<>();

    Specimens() {
        known.put(String.class, RAW);
        known.put(boolean.class, false);
        known.put(int.class, 1);
        known.put(long.class, 1L);
        known.put(Instant.class, Instant.EPOCH);
        known.put(LocalDate.class, LocalDate.EPOCH);
        known.put(LocalTime.class, LocalTime.NOON);
        known.put(Duration.class, Duration.ofDays(1));
        known.put(ZoneId.class, ZoneId.of("UTC"));
        known.put(URI.class, URI.create("https://example.com"));
        known.put(BigDecimal.class, BigDecimal.ONE);
        known.put(Hours.class, new Hours(Set.of(DayOfWeek.MONDAY), LocalTime.MIN, LocalTime.NOON));
        known.put(PracticeId.class, new PracticeId("glow"));
        known.put(LeadId.class, new LeadId("lead0001"));
        known.put(EmailId.class, new EmailId("glow-lead0001-1-1"));
    }

    /** Every record that these are made of. */
    Set<Class<?>> recordsFrom(List<Class<?>> roots) {
        Set<Class<?>> found = new TreeSet<>(Comparator.comparing(Class::getName));
        Deque<Type> open = new ArrayDeque<>(roots);
        Set<Type> seen = new java.util.HashSet<>();
        while (!open.isEmpty()) {
            Type type = open.pop();
            if (!seen.add(type)) {
                continue;
            }
            if (type instanceof ParameterizedType generic) {
                open.addAll(List.of(generic.getActualTypeArguments()));
            } else if (type instanceof Class<?> c && c.isSealed()) {
                open.addAll(List.of(c.getPermittedSubclasses()));
            } else if (type instanceof Class<?> c && c.isRecord()) {
                found.add(c);
                Arrays.stream(c.getRecordComponents())
                        .map(RecordComponent::getGenericType)
                        .forEach(open::add);
            }
        }
        return found;
    }

    /** Tells whether texts are in it. */
    static boolean holdsText(Type type) {
        return type == String.class
                || (type instanceof ParameterizedType generic
                        && Arrays.stream(generic.getActualTypeArguments())
                                .anyMatch(Specimens::holdsText));
    }

    /** The texts that a component of this holds; the keys of a map are keys. */
    static List<String> texts(Object specimen, RecordComponent component) {
        try {
            return texts(component.getAccessor().invoke(specimen));
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }

    private static List<String> texts(Object value) {
        List<String> texts = new ArrayList<>();
        switch (value) {
            case String text -> texts.add(text);
            case Optional<?> one -> one.ifPresent(o -> texts.addAll(texts(o)));
            case Collection<?> several -> several.forEach(o -> texts.addAll(texts(o)));
            case Map<?, ?> map -> map.values().forEach(o -> texts.addAll(texts(o)));
            default -> {}
        }
        return texts;
    }

    /** One of this type. */
    Object of(Type type) {
        Object ready = known.get(type);
        if (ready != null) {
            return ready;
        }
        Object made = make(type);
        known.put(type, made);
        return made;
    }

    private Object make(Type type) {
        if (type instanceof ParameterizedType generic) {
            return generic(generic);
        }
        if (!(type instanceof Class<?> c)) {
            throw new IllegalArgumentException("no specimen of " + type);
        }
        if (c.isEnum()) {
            return c.getEnumConstants()[0];
        }
        if (c.isSealed()) {
            return of(c.getPermittedSubclasses()[0]);
        }
        if (!c.isRecord()) {
            throw new IllegalArgumentException("no specimen of " + type + ": add one");
        }
        Class<?>[] types =
                Arrays.stream(c.getRecordComponents())
                        .map(RecordComponent::getType)
                        .toArray(Class<?>[]::new);
        Object[] values =
                Arrays.stream(c.getRecordComponents())
                        .map(component -> of(component.getGenericType()))
                        .toArray();
        try {
            Constructor<?> constructor = c.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return built(constructor, values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("no specimen of " + c.getName() + ": add one", e);
        }
    }

    /** With another constant of an enum, if these values do not go together. */
    private static Object built(Constructor<?> constructor, Object[] values)
            throws ReflectiveOperationException {
        try {
            return constructor.newInstance(values);
        } catch (InvocationTargetException refused) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof Enum<?> first) {
                    for (Object other : first.getDeclaringClass().getEnumConstants()) {
                        Object[] others = values.clone();
                        others[i] = other;
                        try {
                            return constructor.newInstance(others);
                        } catch (InvocationTargetException again) {
                            refused.addSuppressed(again);
                        }
                    }
                }
            }
            throw refused;
        }
    }

    private Object generic(ParameterizedType type) {
        Type[] of = type.getActualTypeArguments();
        Class<?> raw = (Class<?>) type.getRawType();
        if (raw == Optional.class) {
            return Optional.of(of(of[0]));
        }
        if (raw == List.class) {
            return List.of(of(of[0]));
        }
        if (raw == Set.class) {
            return Set.of(of(of[0]));
        }
        if (raw == Map.class) {
            return Map.of(of(of[0]), of(of[1]));
        }
        if (raw == SortedSet.class) {
            return new TreeSet<>(Set.of(of(of[0])));
        }
        if (raw == SortedMap.class) {
            return new TreeMap<>(Map.of(of(of[0]), of(of[1])));
        }
        throw new IllegalArgumentException("no specimen of " + type + ": add one");
    }
}
