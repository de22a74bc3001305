package io.leadmap.testkit;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Patients;
import io.leadmap.testkit.Shelf.Scoped;

import org.jspecify.annotations.Nullable;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Patients in memory. */
final class InMemoryPatients implements Patients {

    private final Map<Scoped<PatientKey>, Known> patients = new HashMap<>();

    private record PatientKey(String connection, String id) {}

    @Override
    public synchronized Optional<Known> find(
            PracticeId practice, String connectionId, String patientId) {
        return Optional.ofNullable(
                patients.get(new Scoped<>(practice, new PatientKey(connectionId, patientId))));
    }

    @Override
    public synchronized List<Known> sharing(PracticeId practice, IdentityKey key) {
        return patients.entrySet().stream()
                .filter(stored -> stored.getKey().practice().equals(practice))
                .map(Map.Entry::getValue)
                .filter(known -> known.mergedInto() == null && has(known, key))
                .sorted(
                        Comparator.comparing((Known known) -> known.patient().connectionId())
                                .thenComparing(known -> known.patient().id()))
                .toList();
    }

    private static boolean has(Known known, IdentityKey key) {
        return switch (key) {
            case IdentityKey.ByEmail email -> known.patient().contacts().contains(email);
            case IdentityKey.ByPhone phone -> known.patient().contacts().contains(phone);
            case IdentityKey.ByPatient(String connection, String patient) ->
                    connection.equals(known.patient().connectionId())
                            && patient.equals(known.patient().id());
        };
    }

    @Override
    public synchronized boolean store(PracticeId practice, @Nullable Known before, Known now) {
        Scoped<PatientKey> key =
                new Scoped<>(
                        practice, new PatientKey(now.patient().connectionId(), now.patient().id()));
        if (!Objects.equals(patients.get(key), before)) {
            return false;
        }
        patients.put(key, now);
        return true;
    }
}
