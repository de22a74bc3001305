package io.leadmap.pmsworker;

import io.leadmap.domain.appointment.Matching.Candidates;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Sharing;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Patients.Known;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** The leads that might be one patient's, read once (domain section 9). */
final class LeadsOfPatient {

    private final Patient patient;
    private final Set<String> ids;
    private final @Nullable LeadId reference;
    private final Map<LeadId, Lead> leads = new LinkedHashMap<>();
    private final Leads.Known sharing;
    private final Map<IdentityKey, List<Patient>> others = new HashMap<>();

    private LeadsOfPatient(Known known, @Nullable LeadId reference, Leads.Known sharing) {
        this.patient = known.patient();
        this.ids = PatientMemory.ids(known);
        this.reference = reference;
        this.sharing = sharing;
    }

    /** Reads whoever shares a link, the reference, the email or the phone. */
    static LeadsOfPatient read(
            PracticeId practice,
            Known known,
            @Nullable LeadId reference,
            Leads leads,
            Patients patients) {
        LeadsOfPatient found =
                new LeadsOfPatient(known, reference, leads.known(practice, keys(known)));
        Stream.concat(
                        found.sharing.sharing().values().stream().flatMap(s -> s.leads().stream()),
                        Stream.ofNullable(reference))
                .distinct()
                .forEach(id ->
                        leads.find(practice, id).ifPresent(lead -> found.leads.put(id, lead)));
        for (IdentityKey key : known.patient().contacts()) {
            found.others.put(
                    key,
                    patients.sharing(practice, key).stream()
                            .map(Known::patient)
                            .filter(found::isSomebodyElse)
                            .toList());
        }
        return found;
    }

    /** All of them, as matching wants to have them. */
    Candidates candidates() {
        return new Candidates(
                ids,
                linked(),
                Optional.ofNullable(reference).map(leads::get),
                byContact(IdentityKey.ByEmail.class),
                byContact(IdentityKey.ByPhone.class),
                othersBy(IdentityKey.ByEmail.class),
                othersBy(IdentityKey.ByPhone.class));
    }

    /** The leads that are linked to this patient. */
    List<Lead> linked() {
        return ids.stream()
                .flatMap(id -> of(new IdentityKey.ByPatient(patient.connectionId(), id)))
                .distinct()
                .toList();
    }

    /**
     * The revisions of the keys that were read, so that a lead is begun only if nobody else began
     * one meanwhile.
     */
    Map<IdentityKey, Long> revisions() {
        return sharing.revisions();
    }

    /** Tells whether anybody has entered or left the keys since they were read. */
    boolean haveChanged(PracticeId practice, Leads now) {
        return !now.sharing(practice, sharing.sharing().keySet()).equals(sharing.sharing());
    }

    private static Set<IdentityKey> keys(Known known) {
        Set<IdentityKey> keys = new LinkedHashSet<>();
        PatientMemory.ids(known)
                .forEach(id ->
                        keys.add(new IdentityKey.ByPatient(known.patient().connectionId(), id)));
        keys.addAll(known.patient().contacts());
        return keys;
    }

    /** The patient's email or phone, whichever is asked for and there. */
    private Stream<IdentityKey> contact(Class<? extends IdentityKey> kind) {
        return patient.contacts().stream().filter(kind::isInstance);
    }

    private Stream<Lead> of(IdentityKey key) {
        Sharing shared = sharing.sharing().get(key);
        return shared == null
                ? Stream.empty()
                : shared.leads().stream().flatMap(id -> Stream.ofNullable(leads.get(id)));
    }

    private List<Lead> byContact(Class<? extends IdentityKey> kind) {
        return contact(kind).flatMap(this::of).toList();
    }

    private List<Patient> othersBy(Class<? extends IdentityKey> kind) {
        return contact(kind).flatMap(key -> others.getOrDefault(key, List.of()).stream()).toList();
    }

    private boolean isSomebodyElse(Patient other) {
        return other.connectionId().equals(patient.connectionId()) && !ids.contains(other.id());
    }
}
