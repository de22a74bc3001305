package io.leadmap.domain.lead;

import io.leadmap.domain.mail.EmailAddress;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What makes two leads look like the same person (domain section 2): the normalised email, or the
 * phone. Phones are shared in families, so that whoever finds a lead by phone must also compare
 * last names.
 */
public sealed interface IdentityKey {

    /**
     * @param address normalised by {@link #normalised}
     */
    record ByEmail(String address) implements IdentityKey {

        /** The key of an address as it was typed. */
        public static ByEmail of(String typed) {
            return new ByEmail(normalised(typed));
        }
    }

    /**
     * @param number E.164
     */
    record ByPhone(String number) implements IdentityKey {

        /** Whoever is behind the same switchboard shares the key, whatever the extension. */
        public static ByPhone of(Phone phone) {
            return new ByPhone(phone.number());
        }
    }

    /** The stored link to a patient, the surest of the three (domain section 9). */
    record ByPatient(String connectionId, String patientId) implements IdentityKey {}

    /** An address as it is compared, not as it is sent to. */
    static String normalised(String email) {
        return EmailAddress.normalised(email);
    }

    /** The keys by which a lead with these fields is found; empty with neither email nor phone. */
    static Set<IdentityKey> of(Fields fields) {
        Set<IdentityKey> keys = new LinkedHashSet<>();
        String email = fields.text(FieldKey.EMAIL);
        if (email != null) {
            keys.add(ByEmail.of(email));
        }
        Phone phone = fields.phone();
        if (phone != null) {
            keys.add(ByPhone.of(phone));
        }
        return keys;
    }

    /**
     * Every key by which this lead is found: those of its fields and the patient that it is linked
     * to.
     */
    static Set<IdentityKey> of(Lead lead) {
        Set<IdentityKey> keys = of(lead.fields());
        PatientLink patient = lead.pms().patient();
        if (patient != null) {
            keys.add(new ByPatient(patient.connectionId(), patient.pmsId()));
        }
        return keys;
    }
}
