package io.leadmap.pmsworker;

import io.leadmap.domain.appointment.Edition;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.mail.EmailAddress;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Patients.Known;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.PmsEvent.ToldPatient;

import org.jspecify.annotations.Nullable;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/** What we know of a PMS's patients, and who became who by merging (domain section 9). */
final class PatientMemory {

    private final Patients patients;
    private final PhoneNumbers phones;
    private final Attempts attempts;

    PatientMemory(Patients patients, PhoneNumbers phones, Attempts attempts) {
        this.patients = patients;
        this.phones = phones;
        this.attempts = attempts;
    }

    /**
     * Keeps what was told, unless it is older than what is known, and gives the patient who stands
     * for this one now.
     */
    Known remember(
            Practice practice, String connectionId, ToldPatient told, Inbox.Received received) {
        Edition edition =
                Edition.told(null, told.updatedAt(), received.at(), received.key().eventId());
        Patient patient = patient(practice, connectionId, told);
        return survivor(
                practice.id(),
                change(practice.id(), patient, known -> after(known, patient, edition)));
    }

    private static Known after(Known known, Patient patient, Edition edition) {
        Edition before = known.edition();
        boolean again =
                before != null
                        && before.time().equals(edition.time())
                        && known.patient().equals(patient);
        return again || !edition.follows(before)
                ? known
                : new Known(patient, edition.after(before), known.mergedInto(), known.absorbed());
    }

    /**
     * Makes one person of two patients. A merge that closes a circle, or is told again, changes
     * nothing.
     *
     * @return who stands for both
     */
    Known merge(PracticeId practice, String connectionId, String from, String into) {
        Known gone =
                survivor(
                        practice,
                        change(
                                practice,
                                Patient.unknown(connectionId, from),
                                UnaryOperator.identity()));
        Known stays =
                survivor(
                        practice,
                        change(
                                practice,
                                Patient.unknown(connectionId, into),
                                UnaryOperator.identity()));
        if (gone.patient().id().equals(stays.patient().id())) {
            return stays;
        }
        // the survivor first: if we are interrupted here, the same event finds the rest still to be
        // done
        Known survivor = change(practice, stays.patient(), known -> absorbing(known, gone));
        change(
                practice,
                gone.patient(),
                known ->
                        new Known(
                                known.patient(),
                                known.edition(),
                                stays.patient().id(),
                                known.absorbed()));
        return survivor;
    }

    /** The patient who stands for this one: the end of the chain of merges. */
    Known survivor(PracticeId practice, Known known) {
        Set<String> seen = new HashSet<>();
        Known at = known;
        while (at.mergedInto() != null && seen.add(at.patient().id())) {
            Optional<Known> next =
                    patients.find(practice, at.patient().connectionId(), at.mergedInto());
            if (next.isEmpty()) {
                return at;
            }
            at = next.get();
        }
        return at;
    }

    /** The ids under which the PMS may speak of this patient. */
    static Set<String> ids(Known known) {
        Set<String> ids = new HashSet<>(known.absorbed());
        ids.add(known.patient().id());
        return ids;
    }

    private Known change(PracticeId practice, Patient unknown, UnaryOperator<Known> change) {
        return attempts.until(() -> {
            @Nullable Known before =
                    patients.find(practice, unknown.connectionId(), unknown.id()).orElse(null);
            Known now =
                    change.apply(
                            before == null ? new Known(unknown, null, null, Set.of()) : before);
            return now.equals(before) || patients.store(practice, before, now)
                    ? Optional.of(now)
                    : Optional.empty();
        });
    }

    private static Known absorbing(Known known, Known gone) {
        Set<String> absorbed = new HashSet<>(known.absorbed());
        absorbed.addAll(ids(gone));
        return new Known(known.patient(), known.edition(), known.mergedInto(), absorbed);
    }

    private Patient patient(Practice practice, String connectionId, ToldPatient told) {
        Optional<EmailAddress> email =
                Optional.ofNullable(told.email()).flatMap(EmailAddress::find);
        Optional<Phone> phone = phone(practice, told.phone());
        return new Patient(
                connectionId,
                told.id(),
                told.firstName(),
                told.lastName(),
                email.map(EmailAddress::typed).orElse(null),
                phone.orElse(null),
                told.dateOfBirth(),
                told.createdAt(),
                new Patient.Unread(
                        email.isPresent() ? null : told.email(),
                        phone.isPresent() ? null : told.phone()));
    }

    private Optional<Phone> phone(Practice practice, @Nullable String told) {
        return told == null
                ? Optional.empty()
                : switch (phones.read(told, practice.settings().country())) {
                    case PhoneNumbers.Reading.Read(Phone phone) -> Optional.of(phone);
                    case PhoneNumbers.Reading.Unclear unclear -> Optional.empty();
                };
    }
}
