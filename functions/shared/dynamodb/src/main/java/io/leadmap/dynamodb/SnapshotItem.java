package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.Snapshot;
import io.micronaut.json.tree.JsonNode;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.Map;

/**
 * The latest snapshot of an appointment, and a small item that names it for its patient, written
 * when the appointment is first seen and when the PMS gives it to another patient.
 */
final class SnapshotItem {

    static final String REVISION = "revision";

    private static final String TOLD = "told";

    private SnapshotItem() {}

    static Keys.Key key(PracticeId practice, Appointment appointment) {
        return Keys.snapshot(practice, appointment.connectionId(), appointment.id());
    }

    /**
     * Writes both; the transaction fails if the stored snapshot is not of the revision that was
     * read.
     */
    static <R> void store(
            Transaction<R> transaction,
            R name,
            Table table,
            PracticeId practice,
            Snapshot snapshot,
            byte[] practiceKey) {
        Appointment appointment = snapshot.appointment();
        boolean first = snapshot.revision() == 0;
        transaction.put(
                name,
                table,
                item(practice, snapshot, practiceKey),
                first ? Table.ABSENT : "revision = :revision",
                first
                        ? Map.of()
                        : Map.of(
                                ":revision",
                                AttributeValue.fromN(Long.toString(snapshot.revision()))));
    }

    /**
     * Names an appointment that is new, or of another patient than before, for its patient. Done
     * before it is stored: a name without an appointment, or of one that has gone to another
     * patient, is passed over.
     */
    static void name(Table table, PracticeId practice, Snapshot snapshot) {
        Appointment appointment = snapshot.appointment();
        if (snapshot.revision() == 0 || isOfAnotherPatient(table, practice, appointment)) {
            String patient =
                    Keys.appointmentsOf(
                            practice, appointment.connectionId(), appointment.patientId());
            table.put(Item.with(new Keys.Key(patient, appointment.id())));
        }
    }

    private static boolean isOfAnotherPatient(
            Table table, PracticeId practice, Appointment appointment) {
        return table.get(key(practice, appointment))
                .map(item -> !LeadReader.open(item).text("patient").equals(appointment.patientId()))
                .orElse(false);
    }

    private static Item item(PracticeId practice, Snapshot snapshot, byte[] practiceKey) {
        Keys.Key key = key(practice, snapshot.appointment());
        LeadId lead = snapshot.lead();
        Item item =
                Item.with(key)
                        .number(REVISION, snapshot.revision() + 1)
                        .text("lead", lead == null ? null : lead.value())
                        .text(TOLD, Json.text(EditionJson.write(snapshot.edition())))
                        .text(
                                Projected.OPEN,
                                Json.text(AppointmentJson.open(snapshot.appointment())));
        JsonNode paid = AppointmentJson.sealed(snapshot.appointment());
        if (paid != null) {
            byte[] plain = Json.write(Json.object().put("paid", paid).node());
            item.bytes(Projected.SEALED, Seal.seal(practiceKey, key.identity(), plain));
        }
        return item;
    }

    static Snapshot read(Item item, byte[] practiceKey) {
        TrustingView paid = LeadReader.personal(item, practiceKey);
        String lead = item.textOrNull("lead");
        Appointment appointment = LeadItems.appointment(LeadReader.open(item), paid);
        return new Snapshot(
                appointment,
                EditionJson.read(LeadReader.tree(item.text(TOLD))),
                lead == null ? null : new LeadId(lead),
                item.number(REVISION));
    }
}
