package io.leadmap.domain.lead;

import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The values of a lead's system, business and custom fields, in the form in which text is kept,
 * blank ones left out. Division and source are not among them.
 */
public record Fields(SortedMap<FieldKey, FieldValue> values) {

    public static final Fields NONE = new Fields(new TreeMap<>());

    public Fields {
        TreeMap<FieldKey, FieldValue> kept = new TreeMap<>();
        values.forEach((key, value) -> {
            FieldValue normal = kept(key, value);
            if (!normal.equals(FieldValue.Text.BLANK)) {
                kept.put(key, normal);
            }
        });
        values = Collections.unmodifiableSortedMap(kept);
    }

    /**
     * A value as its field keeps it (domain section 2, text): one line, but for the comment, which
     * may have several, and for the two fields that hold ids.
     */
    public static FieldValue kept(FieldKey key, FieldValue value) {
        if (!(value instanceof FieldValue.Text(String text)) || key.isReference()) {
            return value;
        }
        String kept = key.equals(FieldKey.COMMENT) ? Prose.of(text) : Line.of(text);
        return kept.equals(text) ? value : new FieldValue.Text(kept);
    }

    public static Fields of(Map<FieldKey, FieldValue> values) {
        return new Fields(new TreeMap<>(values));
    }

    public Optional<FieldValue> get(FieldKey key) {
        return Optional.ofNullable(values.get(key));
    }

    public boolean has(FieldKey key) {
        return values.containsKey(key);
    }

    /** Tells whether there is a first or a last name. */
    public boolean hasName() {
        return has(FieldKey.FIRST_NAME) || has(FieldKey.LAST_NAME);
    }

    /** Tells whether there is an email address or a phone number. */
    public boolean hasContact() {
        return has(FieldKey.EMAIL) || has(FieldKey.PHONE);
    }

    /** The value of a text field, null if it is blank. */
    public @Nullable String text(FieldKey key) {
        return values.get(key) instanceof FieldValue.Text(String text) ? text : null;
    }

    /** The phone, null if it is blank. */
    public @Nullable Phone phone() {
        String stored = text(FieldKey.PHONE);
        return stored == null ? null : Phone.of(stored);
    }

    /** These fields with one of them set, or made blank by null. */
    public Fields with(FieldKey key, @Nullable FieldValue value) {
        TreeMap<FieldKey, FieldValue> changed = new TreeMap<>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new Fields(changed);
    }
}
