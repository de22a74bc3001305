package io.leadmap.dynamodb;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.json.Json;
import io.leadmap.ports.Patients;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Patients in {@code InboxTable}: one sealed item each, and a small item for each email and phone
 * by which the patient is found, named by its HMAC.
 */
final class DynamoPatients implements Patients {

    /** Tells two states of a patient apart without telling what they say. */
    private static final String MARK = "mark";

    private final Tables tables;
    private final PracticeKeys keys;

    DynamoPatients(Tables tables, PracticeKeys keys) {
        this.tables = tables;
        this.keys = keys;
    }

    @Override
    public Optional<Known> find(PracticeId practice, String connectionId, String patientId) {
        return tables.inbox()
                .get(Keys.patient(practice, connectionId, patientId))
                .map(item -> read(practice, item));
    }

    @Override
    public List<Known> sharing(PracticeId practice, IdentityKey key) {
        if (key instanceof IdentityKey.ByPatient(String connection, String patient)) {
            return find(practice, connection, patient)
                    .filter(known -> known.mergedInto() == null)
                    .stream()
                    .toList();
        }
        List<Keys.Key> named =
                tables.inbox()
                        .partition(Keys.patientsSharing(practice, keys.hmac(practice, key)))
                        .map(item ->
                                Keys.patient(
                                        practice, item.text("connection"), item.text("patient")))
                        .toList();
        return tables.inbox().getAll(named).stream()
                .map(item -> read(practice, item))
                .filter(known -> PatientItem.keys(known).contains(key))
                .toList();
    }

    /**
     * No transaction is needed: a name that points to a patient who no longer has it is passed over
     * by {@link #sharing}, so that names are written before the patient and removed behind.
     */
    @Override
    public boolean store(PracticeId practice, @Nullable Known before, Known now) {
        Set<IdentityKey> had = before == null ? Set.of() : PatientItem.keys(before);
        Set<IdentityKey> has = PatientItem.keys(now);
        for (IdentityKey key : has) {
            if (!had.contains(key)) {
                tables.inbox()
                        .put(
                                Item.with(pointer(practice, key, now))
                                        .text("connection", now.patient().connectionId())
                                        .text("patient", now.patient().id()));
            }
        }
        Map<String, AttributeValue> values =
                before == null
                        ? Map.of()
                        : Map.of(":before", AttributeValue.fromS(mark(practice, before)));
        String condition = before == null ? Table.ABSENT : "mark = :before";
        if (!tables.inbox().putNew(item(practice, now), condition, values)) {
            return false;
        }
        for (IdentityKey key : had) {
            if (!has.contains(key)) {
                tables.inbox().delete(pointer(practice, key, now));
            }
        }
        return true;
    }

    private Keys.Key pointer(PracticeId practice, IdentityKey key, Known known) {
        String pk = Keys.patientsSharing(practice, keys.hmac(practice, key));
        return new Keys.Key(pk, known.patient().connectionId() + "#" + known.patient().id());
    }

    private Item item(PracticeId practice, Known known) {
        Keys.Key key = Keys.patient(practice, known.patient().connectionId(), known.patient().id());
        byte[] plain = Json.write(PatientItem.json(known));
        return Item.with(key)
                .text(MARK, mark(practice, known))
                .bytes(Projected.SEALED, Seal.seal(keys.key(practice), key.identity(), plain));
    }

    private String mark(PracticeId practice, Known known) {
        return Seal.name(keys.hmac(practice, "patient", Json.text(PatientItem.json(known))));
    }

    private Known read(PracticeId practice, Item item) {
        byte[] plain =
                Seal.open(keys.key(practice), item.key().identity(), item.bytes(Projected.SEALED));
        return PatientItem.read(LeadReader.tree(new String(plain, StandardCharsets.UTF_8)));
    }
}
