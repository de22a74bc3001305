package io.leadmap.testkit;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.Snapshot;
import io.leadmap.testkit.Shelf.AppointmentKey;
import io.leadmap.testkit.Shelf.Scoped;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Snapshots of appointments in memory. */
final class InMemoryAppointments implements Appointments {

    private final Shelf shelf;

    InMemoryAppointments(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<Snapshot> find(PracticeId practice, String connectionId, String appointmentId) {
        synchronized (shelf) {
            return Optional.ofNullable(
                    shelf.snapshots.get(
                            new Scoped<>(
                                    practice, new AppointmentKey(connectionId, appointmentId))));
        }
    }

    @Override
    public List<Snapshot> ofPatients(
            PracticeId practice, String connectionId, Set<String> patientIds) {
        synchronized (shelf) {
            return shelf.snapshots.entrySet().stream()
                    .filter(stored -> stored.getKey().practice().equals(practice))
                    .filter(stored -> stored.getKey().key().connection().equals(connectionId))
                    .map(stored -> stored.getValue())
                    .filter(snapshot -> patientIds.contains(snapshot.appointment().patientId()))
                    .sorted(
                            Comparator.comparing((Snapshot snapshot) ->
                                            snapshot.appointment().startsAt())
                                    .thenComparing(snapshot -> snapshot.appointment().id()))
                    .toList();
        }
    }

    @Override
    public boolean store(PracticeId practice, Snapshot snapshot) {
        synchronized (shelf) {
            return shelf.store(practice, snapshot);
        }
    }
}
