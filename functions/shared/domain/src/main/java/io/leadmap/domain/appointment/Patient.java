package io.leadmap.domain.appointment;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.text.Line;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The person as the PMS knows them.
 *
 * @param email null if there is none or it is no address
 * @param phone null if there is none or it is no number
 * @param unread what the PMS says and we cannot read; no lead gets it, and nobody is found by it
 */
public record Patient(
        String connectionId,
        String id,
        @Nullable String firstName,
        @Nullable String lastName,
        @Nullable String email,
        @Nullable Phone phone,
        @Nullable LocalDate dateOfBirth,
        @Nullable Instant createdAt,
        Unread unread) {

    public Patient {
        firstName = Line.orNull(firstName);
        lastName = Line.orNull(lastName);
        email = Line.orNull(email);
    }

    /** Contact data as the PMS wrote them, null for what is blank or was read. */
    public record Unread(@Nullable String email, @Nullable String phone) {

        public static final Unread NOTHING = new Unread(null, null);

        public Unread {
            email = Line.orNull(email);
            phone = Line.orNull(phone);
        }
    }

    /** A patient of whom only the id is known. */
    public static Patient unknown(String connectionId, String id) {
        return new Patient(connectionId, id, null, null, null, null, null, null, Unread.NOTHING);
    }

    /** What we know of them, as a lead's fields. */
    public Fields fields() {
        Map<FieldKey, FieldValue> fields = new TreeMap<>();
        text(fields, FieldKey.FIRST_NAME, firstName);
        text(fields, FieldKey.LAST_NAME, lastName);
        text(fields, FieldKey.EMAIL, email);
        text(fields, FieldKey.PHONE, phone == null ? null : phone.stored());
        if (dateOfBirth != null) {
            fields.put(FieldKey.DATE_OF_BIRTH, new FieldValue.Day(dateOfBirth));
        }
        return Fields.of(fields);
    }

    private static void text(
            Map<FieldKey, FieldValue> fields, FieldKey key, @Nullable String value) {
        if (value != null) {
            fields.put(key, new FieldValue.Text(value));
        }
    }

    /** By which email and phone this patient is found. */
    public Set<IdentityKey> contacts() {
        Set<IdentityKey> keys = new LinkedHashSet<>();
        if (email != null) {
            keys.add(IdentityKey.ByEmail.of(email));
        }
        if (phone != null) {
            keys.add(IdentityKey.ByPhone.of(phone));
        }
        return keys;
    }
}
