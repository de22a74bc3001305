package io.leadmap.dynamodb;

import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;

import org.jspecify.annotations.Nullable;

import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Makes arbitrary values of the domain's records and sealed types by their components, so that a
 * type that is added to the domain is tried without anybody remembering it.
 */
final class Anything {

    private static final PracticeId PRACTICE = new PracticeId("brightwater");
    private static final LeadId LEAD = new LeadId("01jmyq4w8x5n7v3k2c9b6d1f0a");
    private static final int MOST = 4;

    private final Random random;

    Anything(long seed) {
        random = new Random(seed);
    }

    <T> T of(Class<T> type) {
        return type.cast(value(type));
    }

    private Object value(Class<?> type) {
        if (type.isSealed()) {
            List<Class<?>> permitted =
                    Stream.<Class<?>>of(type.getPermittedSubclasses())
                            .filter(kind -> kind != FieldValue.Unread.class) // never stored
                            .toList();
            return value(permitted.get(random.nextInt(permitted.size())));
        }
        if (type.isEnum()) {
            Object[] constants = type.getEnumConstants();
            return constants[random.nextInt(constants.length)];
        }
        return switch (type.getSimpleName()) {
            case "String" -> text();
            case "boolean" -> random.nextBoolean();
            case "int" -> 1 + random.nextInt(999);
            case "long" -> random.nextLong(1, 1_000_000_000_000L);
            case "Instant" ->
                    Instant.ofEpochSecond(random.nextLong(-300_000_000L, 9_000_000_000L), nanos());
            case "Duration" -> Duration.ofSeconds(random.nextLong(1_000_000), nanos());
            case "LocalDate" -> LocalDate.ofEpochDay(random.nextInt(60_000));
            case "BigDecimal" -> new BigDecimal(new BigInteger(60, random), random.nextInt(12) - 4);
            case "PracticeId" -> PRACTICE;
            case "LeadId" -> LEAD;
            case "EmailId" ->
                    EmailId.of(PRACTICE, LEAD, 1 + random.nextInt(9999), random.nextInt(99));
            case "FieldKey" -> field();
            case "Actor" -> actor();
            default -> record(type);
        };
    }

    private int nanos() {
        return random.nextInt(1_000_000_000);
    }

    private FieldKey field() {
        int n = random.nextInt(FieldKey.STANDARD.size() + 3);
        return n < FieldKey.STANDARD.size()
                ? FieldKey.STANDARD.get(n)
                : FieldKey.custom("key-" + n);
    }

    private Actor actor() {
        return switch (random.nextInt(3)) {
            case 0 -> Actor.LEAD;
            case 1 -> Actor.SYSTEM;
            default -> Actor.person(text() + "x", text(), Set.of());
        };
    }

    /** Empty, plain, quoted, beyond ASCII, beyond the basic plane. */
    private String text() {
        List<String> parts =
                List.of(
                        "a",
                        "Z",
                        "0",
                        "\"",
                        "\\",
                        "{",
                        "\n",
                        "\u00e9",
                        "\u0000",
                        "\ud83d\ude00",
                        " ",
                        "#");
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(9); i > 0; i--) {
            text.append(parts.get(random.nextInt(parts.size())));
        }
        return text.toString();
    }

    private Object record(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        if (components == null) {
            throw new IllegalArgumentException("cannot make a " + type);
        }
        Object[] values =
                Stream.of(components)
                        .map(component -> value(component.getAnnotatedType()))
                        .toArray();
        try {
            Class<?>[] types =
                    Stream.of(components).map(RecordComponent::getType).toArray(Class<?>[]::new);
            var constructor = type.getDeclaredConstructor(types);
            constructor.setAccessible(true);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + type, e);
        }
    }

    private @Nullable Object value(AnnotatedType type) {
        if (type.isAnnotationPresent(Nullable.class) && random.nextInt(3) == 0) {
            return null;
        }
        if (type instanceof AnnotatedParameterizedType generic) {
            return collection(generic);
        }
        return value((Class<?>) type.getType());
    }

    private Object collection(AnnotatedParameterizedType type) {
        Type raw = ((ParameterizedType) type.getType()).getRawType();
        AnnotatedType[] of = type.getAnnotatedActualTypeArguments();
        if (raw == List.class) {
            return new ArrayList<>(some(of[0]));
        }
        if (raw == Set.class) {
            return new HashSet<>(some(of[0]));
        }
        if (raw == SortedSet.class) {
            return new TreeSet<>(some(of[0]));
        }
        if (raw == Optional.class) {
            return Optional.ofNullable(random.nextBoolean() ? value(of[0]) : null);
        }
        if (raw == Map.class || raw == SortedMap.class) {
            return map(of[0], of[1]);
        }
        throw new IllegalArgumentException("cannot make a " + type);
    }

    private List<@Nullable Object> some(AnnotatedType of) {
        return Stream.generate(() -> value(of)).limit(random.nextInt(MOST)).toList();
    }

    private Map<Object, Object> map(AnnotatedType keys, AnnotatedType values) {
        Map<Object, Object> map = new TreeMap<>();
        for (int i = random.nextInt(MOST); i > 0; i--) {
            Object value = value(values);
            Object key = value instanceof DripRun run ? run.campaignId() : value(keys);
            if (key != null && value != null) {
                map.put(key, value);
            }
        }
        return map;
    }
}
