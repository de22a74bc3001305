package io.leadmap.domain.appointment;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.text.Line;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.Set;

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
