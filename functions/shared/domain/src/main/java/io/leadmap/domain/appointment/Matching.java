package io.leadmap.domain.appointment;

import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.PersonName;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Finds the leads of a patient (domain section 9): by the stored link, a reference that we sent,
 * the email, the phone with the last name. Where several patients or leads share an address or
 * phone, first name, then date of birth, decides; where these do not, a person must.
 */
public final class Matching {

    private final Patient patient;
    private final PersonName name;
    private final Candidates candidates;
    private final Set<LeadId> otherPeople = new HashSet<>();

    private Matching(Patient patient, Candidates candidates) {
        this.patient = patient;
        this.name = PersonName.of(patient);
        this.candidates = candidates;
    }

    /** Whose leads the patient's are among the candidates. */
    public static Match of(Patient patient, Candidates candidates) {
        return new Matching(patient, candidates).find();
    }

    /**
     * Leads that might be the patient's; only such as could take an appointment, where it is asked
     * who takes it.
     *
     * @param ids the patient's id and those of patients that were merged into them
     * @param linked linked to one of these ids
     * @param referenced named by the reference that came back
     * @param othersByEmail other patients with the same email
     * @param othersByPhone other patients with the same phone
     */
    public record Candidates(
            Set<String> ids,
            List<Lead> linked,
            Optional<Lead> referenced,
            List<Lead> byEmail,
            List<Lead> byPhone,
            List<Patient> othersByEmail,
            List<Patient> othersByPhone) {

        /** Only the leads that fulfil a condition; the other patients stay who they are. */
        public Candidates only(Predicate<Lead> able) {
            return new Candidates(
                    ids,
                    linked.stream().filter(able).toList(),
                    referenced.filter(able),
                    byEmail.stream().filter(able).toList(),
                    byPhone.stream().filter(able).toList(),
                    othersByEmail,
                    othersByPhone);
        }
    }

    /** What was found. */
    public sealed interface Match {

        /**
         * They are these.
         *
         * @param leads one person's leads, never empty
         */
        record Found(List<Lead> leads) implements Match {}

        record Nobody() implements Match {}

        /**
         * A person must say.
         *
         * @param among leads of different people, one of whom the patient may be; never empty
         */
        record Unclear(List<Lead> among) implements Match {}
    }

    private Match find() {
        if (!candidates.linked().isEmpty()) {
            return new Match.Found(candidates.linked());
        }
        Optional<Lead> referenced = candidates.referenced().filter(this::mayBePatients);
        if (referenced.isPresent()) {
            return new Match.Found(List.of(referenced.get()));
        }
        Match byEmail = decide(candidates.byEmail().stream(), candidates.othersByEmail());
        if (!(byEmail instanceof Match.Nobody)) {
            return byEmail;
        }
        return decide(
                candidates.byPhone().stream().filter(lead -> name.sharesLastName(name(lead))),
                candidates.othersByPhone().stream()
                        .filter(other -> name.sharesLastName(PersonName.of(other)))
                        .toList());
    }

    private Match decide(Stream<Lead> sharing, List<Patient> others) {
        List<Lead> leads =
                sharing.filter(this::mayBePatients)
                        .filter(lead -> !otherPeople.contains(lead.id()))
                        .toList();
        if (leads.size() + others.size() <= 1) {
            return leads.isEmpty() ? new Match.Nobody() : new Match.Found(leads);
        }
        List<Lead> possible =
                leads.stream()
                        .filter(lead -> !name.contradictsFirstName(name(lead)))
                        .filter(lead -> !contradict(patient.dateOfBirth(), born(lead)))
                        .toList();
        if (possible.isEmpty()) {
            leads.stream().map(Lead::id).forEach(otherPeople::add);
            return new Match.Nobody();
        }
        return byName(possible, others)
                .or(() -> byBirth(possible))
                .orElseGet(() -> new Match.Unclear(possible));
    }

    private Optional<Match> byName(List<Lead> possible, List<Patient> others) {
        List<Lead> named =
                possible.stream().filter(lead -> name.sharesFirstName(name(lead))).toList();
        boolean namesake =
                others.stream().anyMatch(other -> !name.contradictsFirstName(PersonName.of(other)));
        boolean oneBirth =
                named.stream().map(Matching::born).filter(Objects::nonNull).distinct().count() <= 1;
        return named.isEmpty() || namesake || !oneBirth
                ? Optional.empty()
                : Optional.of(new Match.Found(named));
    }

    private Optional<Match> byBirth(List<Lead> possible) {
        List<Lead> born =
                possible.stream()
                        .filter(lead ->
                                patient.dateOfBirth() != null
                                        && patient.dateOfBirth().equals(born(lead)))
                        .toList();
        return born.isEmpty() ? Optional.empty() : Optional.of(new Match.Found(born));
    }

    /** A lead that is linked to another patient of this PMS is that patient's. */
    private boolean mayBePatients(Lead lead) {
        PatientLink link = lead.pms().patient();
        return link == null
                || !link.connectionId().equals(patient.connectionId())
                || candidates.ids().contains(link.pmsId());
    }

    private static PersonName name(Lead lead) {
        return PersonName.of(lead.fields());
    }

    private static @Nullable LocalDate born(Lead lead) {
        return lead.fields().get(FieldKey.DATE_OF_BIRTH).orElse(null)
                        instanceof FieldValue.Day(LocalDate day)
                ? day
                : null;
    }

    private static boolean contradict(@Nullable LocalDate one, @Nullable LocalDate other) {
        return one != null && other != null && !one.equals(other);
    }
}
