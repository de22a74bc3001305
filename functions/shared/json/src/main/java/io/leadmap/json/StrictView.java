package io.leadmap.json;

import io.leadmap.domain.text.Line;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * Reads a JSON object strictly and by name. Whatever is wrong is collected with its path: {@link
 * #malformed} holds wrong types and every name that nobody read, {@link #invalid} holds values that
 * are missing or impossible. A wrong value reads as a blank one, so that reading goes on and finds
 * the rest.
 *
 * <p>What people send may say null only where that means something, as in a merge patch: {@link
 * #text(String)} and {@link #node} take it. In a document, null is as good as missing.
 */
public class StrictView extends StrictMembers {

    private static final JsonNode NOTHING = JsonNode.createObjectNode(Map.of());

    /** Reads what somebody sent. */
    protected StrictView(JsonNode object) {
        super(object, false);
    }

    private StrictView(JsonNode object, boolean document) {
        super(object, document);
    }

    private StrictView(StrictView outer, String name, JsonNode object) {
        super(outer, name, object);
    }

    /** Reads a whole document; anything but an object is one error without a path. */
    public static StrictView of(JsonNode document) {
        StrictView view = new StrictView(document.isObject() ? document : NOTHING, true);
        if (!document.isObject()) {
            view.wrongType("", "an object is needed");
        }
        return view;
    }

    /** A text, null if it is missing or null. */
    public final @Nullable String text(String name) {
        JsonNode value = node(name);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            wrongType(name, "a text is needed");
            return null;
        }
        String text = value.getStringValue();
        if (!Characters.isText(text)) {
            wrongType(name, "control characters and broken characters are not allowed");
            return null;
        }
        return text;
    }

    /** A text, null if it is missing; it is wrong to send null. */
    public final @Nullable String givenText(String name) {
        return given(name) == null ? null : text(name);
    }

    /** A text that is needed and not blank. */
    public final String requiredText(String name) {
        String text = text(name);
        if (text != null && !Line.of(text).isEmpty()) {
            return text;
        }
        missingUnlessWrong(name, text);
        return "";
    }

    /** A text, or what stands for it where it is missing. */
    public final String text(String name, String otherwise) {
        String text = givenText(name);
        return text == null ? otherwise : text;
    }

    /** A boolean, null if it is missing. */
    public final @Nullable Boolean flag(String name) {
        JsonNode value = given(name);
        if (value != null && !value.isBoolean()) {
            wrongType(name, "true or false is needed");
            return null;
        }
        return value == null ? null : value.getBooleanValue();
    }

    /** A boolean, or what stands for it where it is missing. */
    public final boolean flag(String name, boolean otherwise) {
        Boolean flag = flag(name);
        return flag == null ? otherwise : flag;
    }

    /** A whole number within bounds, or what stands for it where it is missing. */
    public final int number(String name, int otherwise, int least, int most) {
        JsonNode value = given(name);
        if (value == null) {
            return otherwise;
        }
        if (!value.isNumber()) {
            wrongType(name, "a number is needed");
            return otherwise;
        }
        BigDecimal number = value.getBigDecimalValue();
        if (number.stripTrailingZeros().scale() > 0
                || number.compareTo(BigDecimal.valueOf(least)) < 0
                || number.compareTo(BigDecimal.valueOf(most)) > 0) {
            invalid(name, "a whole number from " + least + " to " + most + " is needed");
            return otherwise;
        }
        return number.intValue();
    }

    /** A time as RFC 3339, null if it is missing. */
    public final @Nullable Instant instant(String name) {
        String text = givenText(name);
        if (text == null) {
            return null;
        }
        try {
            return OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException e) {
            invalid(name, "a time like 2026-02-27T09:30:00Z is needed");
            return null;
        }
    }

    /**
     * An ISO 8601 duration of days, hours, minutes and seconds, or what stands for it where it is
     * missing or null.
     */
    public final Duration duration(String name, Duration otherwise) {
        String text = givenText(name);
        if (text == null) {
            return otherwise;
        }
        try {
            Duration duration =
                    text.endsWith("W")
                            ? Duration.ofDays(Period.parse(text).getDays())
                            : Duration.parse(text);
            if (!duration.isNegative() && duration.toDays() <= 3_660) {
                return duration;
            }
        } catch (DateTimeException e) {
            // said below
        }
        invalid(name, "a duration like PT24H or P2D is needed");
        return otherwise;
    }

    /** A value of an enum as it is named, null if it is missing. */
    public final <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        return choice(name, type, UnaryOperator.identity());
    }

    /** A value of an enum in camel case ({@code noAnswer}), null if it is missing. */
    public final <E extends Enum<E>> @Nullable E camel(String name, Class<E> type) {
        return choice(name, type, Names::camel);
    }

    private <E extends Enum<E>> @Nullable E choice(
            String name, Class<E> type, UnaryOperator<String> written) {
        String text = givenText(name);
        if (text == null) {
            return null;
        }
        List<String> allowed = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (written.apply(constant.name()).equals(text)) {
                return constant;
            }
            allowed.add(written.apply(constant.name()));
        }
        invalid(name, "one of " + String.join(", ", allowed) + " is needed");
        return null;
    }

    /** A list of texts, empty if it is missing. */
    public final List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            if (element.isString() && Characters.isText(element.getStringValue())) {
                texts.add(element.getStringValue());
            } else {
                wrongType(name + "[" + texts.size() + "]", "a text is needed");
                return texts;
            }
        }
        return texts;
    }

    /** An object within this one, null if it is missing. */
    public final @Nullable StrictView object(String name) {
        JsonNode value = given(name);
        if (value == null) {
            return null;
        }
        if (!value.isObject()) {
            wrongType(name, "an object is needed");
            return null;
        }
        return new StrictView(this, name, value);
    }

    /** An object within this one; an empty one if it is missing. */
    public final StrictView objectOrEmpty(String name) {
        StrictView found = object(name);
        return found == null ? new StrictView(this, name, NOTHING) : found;
    }

    /** A list of objects within this one, empty if it is missing. */
    public final List<StrictView> objects(String name) {
        List<StrictView> objects = new ArrayList<>();
        for (JsonNode element : elements(name)) {
            String at = name + "[" + objects.size() + "]";
            if (!element.isObject()) {
                wrongType(at, "an object is needed");
            }
            objects.add(new StrictView(this, at, element.isObject() ? element : NOTHING));
        }
        return objects;
    }

    /** The members of an object whose names are not known beforehand, empty if it is missing. */
    public final Map<String, JsonNode> members(String name) {
        StrictView view = object(name);
        Map<String, JsonNode> members = new LinkedHashMap<>();
        if (view != null) {
            view.names().forEach(each -> members.put(each, view.sent(each)));
        }
        return members;
    }
}
