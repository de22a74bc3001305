package io.leadmap.dynamodb;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Snapshot;
import io.leadmap.ports.Unavailable;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Snapshots of appointments in {@code InboxTable}. */
final class DynamoAppointments implements Appointments {

    private final Tables tables;
    private final PracticeKeys keys;
    private final Backoff backoff;

    DynamoAppointments(Tables tables, PracticeKeys keys, Backoff backoff) {
        this.tables = tables;
        this.keys = keys;
        this.backoff = backoff;
    }

    @Override
    public Optional<Snapshot> find(PracticeId practice, String connectionId, String appointmentId) {
        return tables.inbox()
                .get(Keys.snapshot(practice, connectionId, appointmentId))
                .map(item -> SnapshotItem.read(item, keys.key(practice)));
    }

    @Override
    public List<Snapshot> ofPatients(
            PracticeId practice, String connectionId, Set<String> patientIds) {
        List<Keys.Key> named =
                patientIds.stream()
                        .flatMap(patient -> ofPatient(practice, connectionId, patient))
                        .map(appointment -> Keys.snapshot(practice, connectionId, appointment))
                        .distinct()
                        .toList();
        return tables.inbox().getAll(named).stream()
                .map(item -> SnapshotItem.read(item, keys.key(practice)))
                .filter(snapshot -> patientIds.contains(snapshot.appointment().patientId()))
                .sorted(
                        Comparator.comparing(
                                        (Snapshot snapshot) -> snapshot.appointment().startsAt())
                                .thenComparing(snapshot -> snapshot.appointment().id()))
                .toList();
    }

    private Stream<String> ofPatient(PracticeId practice, String connectionId, String patient) {
        String hmac = keys.hmac(practice, new IdentityKey.ByPatient(connectionId, patient));
        Stream<String> byGuard =
                tables.practice().get(Keys.guard(practice, hmac)).stream()
                        .flatMap(guard -> GuardItem.appointments(guard).stream());
        Stream<String> byName =
                tables.inbox()
                        .partition(Keys.appointmentsOf(practice, connectionId, patient))
                        .map(Item::sk);
        return Stream.concat(byGuard, byName);
    }

    @Override
    public boolean store(PracticeId practice, Snapshot snapshot) {
        SnapshotItem.name(tables.inbox(), practice, snapshot);
        Transaction<String> transaction = new Transaction<>();
        SnapshotItem.store(
                transaction, "snapshot", tables.inbox(), practice, snapshot, keys.key(practice));
        try {
            return switch (transaction.run(tables.client(), backoff)) {
                case Transaction.Outcome.Done<String> done -> true;
                case Transaction.Outcome.Refused<String> refused -> isStored(practice, snapshot);
            };
        } catch (Unavailable e) {
            if (isStored(practice, snapshot)) {
                return true;
            }
            throw e;
        }
    }

    /**
     * Whoever finds the very next revision with what they wanted to write may take it for theirs.
     */
    private boolean isStored(PracticeId practice, Snapshot snapshot) {
        Snapshot written = snapshot.stored();
        return find(practice, snapshot.appointment().connectionId(), snapshot.appointment().id())
                .filter(written::equals)
                .isPresent();
    }
}
