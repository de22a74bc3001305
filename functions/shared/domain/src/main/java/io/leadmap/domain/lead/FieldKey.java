package io.leadmap.domain.lead;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Names a field that can be edited: a system or business field, or {@code custom.KEY} (domain
 * section 2).
 *
 * @param value as the API writes it
 */
public record FieldKey(String value) implements Comparable<FieldKey> {

    public static final FieldKey NAME = new FieldKey("name");
    public static final FieldKey FIRST_NAME = new FieldKey("firstName");
    public static final FieldKey LAST_NAME = new FieldKey("lastName");
    public static final FieldKey EMAIL = new FieldKey("email");
    public static final FieldKey PHONE = new FieldKey("phone");
    public static final FieldKey ADDRESS = new FieldKey("address");
    public static final FieldKey DATE_OF_BIRTH = new FieldKey("dateOfBirth");
    public static final FieldKey TIME_ZONE = new FieldKey("timeZone");
    public static final FieldKey SERVICE_REQUESTED = new FieldKey("serviceRequested");
    public static final FieldKey COMMENT = new FieldKey("comment");
    public static final FieldKey DIVISION = new FieldKey("divisionId");
    public static final FieldKey SOURCE = new FieldKey("sourceId");

    /** The fields that every lead has, in the order in which they are shown. */
    public static final List<FieldKey> STANDARD =
            List.of(
                    NAME,
                    FIRST_NAME,
                    LAST_NAME,
                    EMAIL,
                    PHONE,
                    ADDRESS,
                    DATE_OF_BIRTH,
                    TIME_ZONE,
                    SERVICE_REQUESTED,
                    COMMENT,
                    DIVISION,
                    SOURCE);

    private static final String CUSTOM_PREFIX = "custom.";
    private static final Pattern CUSTOM = Pattern.compile("custom\\.[A-Za-z][A-Za-z0-9-]{0,39}");

    /** The custom field with this key. */
    public static FieldKey custom(String key) {
        return new FieldKey(CUSTOM_PREFIX + key);
    }

    /**
     * The field that a name from outside means, if it means one; the custom field need not be
     * defined.
     */
    public static Optional<FieldKey> find(String name) {
        FieldKey key = new FieldKey(name);
        return STANDARD.contains(key) || CUSTOM.matcher(name).matches()
                ? Optional.of(key)
                : Optional.empty();
    }

    public boolean isCustom() {
        return value.startsWith(CUSTOM_PREFIX);
    }

    /** The key of a custom field, without its prefix. */
    public String customKey() {
        return value.substring(CUSTOM_PREFIX.length());
    }

    /** Tells whether its value is the id of something that the practice configured. */
    public boolean isReference() {
        return equals(DIVISION) || equals(SOURCE);
    }

    /**
     * Tells whether values of this field say something about the person and are sealed in the
     * history.
     */
    public boolean isPersonal() {
        return !isReference();
    }

    @Override
    public int compareTo(FieldKey other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
