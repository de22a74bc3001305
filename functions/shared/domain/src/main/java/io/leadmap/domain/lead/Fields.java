package io.leadmap.domain.lead;

import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The values of a lead's system, business and custom fields, in the form in which text is kept,
 * blank ones left out. Division and source are not among them.
 *
 * @param strangers the fields whose values nobody but a public form has named: whoever sent it may
 *     have named somebody else's address (domain section 7: the form is no mail gun). Names and
 *     blank fields are not among them: names may be told to everybody
 */
public record Fields(SortedMap<FieldKey, FieldValue> values, SortedSet<FieldKey> strangers) {

    /** What people are called. */
    public static final Set<FieldKey> NAMES =
            Set.of(FieldKey.NAME, FieldKey.FIRST_NAME, FieldKey.LAST_NAME);

    public static final Fields NONE = of(Map.of());

    public Fields {
        TreeMap<FieldKey, FieldValue> kept = new TreeMap<>();
        values.forEach((key, value) -> {
            FieldValue normal = kept(key, value);
            if (!normal.equals(FieldValue.Text.BLANK)) {
                kept.put(key, normal);
            }
        });
        values = Collections.unmodifiableSortedMap(kept);
        TreeSet<FieldKey> named = new TreeSet<>(strangers);
        named.retainAll(kept.keySet());
        named.removeAll(NAMES);
        strangers = Collections.unmodifiableSortedSet(named);
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

    /** Values that somebody vouches for, or that nobody has taken over yet. */
    public static Fields of(Map<FieldKey, FieldValue> values) {
        return new Fields(new TreeMap<>(values), new TreeSet<>());
    }

    /** All of these as a public form has named them. */
    public Fields ofStranger() {
        return new Fields(values, new TreeSet<>(values.keySet()));
    }

    /** Tells whether nobody but a public form has named this value. */
    public boolean isStrangers(FieldKey key) {
        return strangers.contains(key);
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

    /**
     * The others that are blank here. A last name that the first name's field holds already, or the
     * other way round, is not blank: it would be told twice.
     */
    public SortedMap<FieldKey, FieldValue> blanksFilledBy(Fields others) {
        boolean named = PersonName.of(this).isAllOf(PersonName.of(others));
        SortedMap<FieldKey, FieldValue> filling = new TreeMap<>(others.values);
        filling.keySet()
                .removeIf(key ->
                        has(key)
                                || (named
                                        && (key.equals(FieldKey.FIRST_NAME)
                                                || key.equals(FieldKey.LAST_NAME))));
        return filling;
    }

    /** How much all values are together, in bytes of UTF-8. */
    public long size() {
        return values.values().stream().mapToLong(FieldValue::size).sum();
    }

    /** These fields with one of them set, or made blank by null, by somebody who vouches for it. */
    public Fields with(FieldKey key, @Nullable FieldValue value) {
        TreeMap<FieldKey, FieldValue> changed = new TreeMap<>(values);
        if (value == null) {
            changed.remove(key);
        } else {
            changed.put(key, value);
        }
        return new Fields(changed, without(key));
    }

    /** These fields with one of them set by a public form. */
    public Fields withStrangers(FieldKey key, FieldValue value) {
        Fields set = with(key, value);
        TreeSet<FieldKey> more = new TreeSet<>(set.strangers);
        more.add(key);
        return new Fields(set.values, more);
    }

    /** These fields, with somebody who vouches for one of them. */
    public Fields vouched(FieldKey key) {
        return new Fields(values, without(key));
    }

    private TreeSet<FieldKey> without(FieldKey key) {
        TreeSet<FieldKey> left = new TreeSet<>(strangers);
        left.remove(key);
        return left;
    }
}
