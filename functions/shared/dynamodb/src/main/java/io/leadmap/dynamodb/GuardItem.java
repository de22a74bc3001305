package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.ports.Leads.Sharing;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The guard of an email or a phone: the leads that have it, and a revision that every change
 * raises. Whoever begins a lead says at which revision they looked, so that two forms at once
 * cannot make two leads.
 */
final class GuardItem {

    static final Sharing NOBODY = new Sharing(List.of(), 0);

    private static final String LEADS = "leads";
    private static final String APPOINTMENTS = "appointments";
    private static final String REVISION = "revision";
    private static final Map<String, String> NAMES = Map.of("#leads", LEADS, "#revision", REVISION);

    private GuardItem() {}

    /** The oldest lead first: ids grow with time. */
    static Sharing read(Item item) {
        List<LeadId> leads =
                item.has(LEADS)
                        ? item.value(LEADS).ss().stream().sorted().map(LeadId::new).toList()
                        : List.of();
        return new Sharing(leads, item.number(REVISION));
    }

    /**
     * A lead that enters or leaves.
     *
     * @param revision the revision that must still hold, null for any
     * @param appointment an appointment of the patient that this guard is of, null for none
     */
    record Change(
            LeadId lead, boolean enters, @Nullable Long revision, @Nullable String appointment) {}

    /** Lets a lead enter or leave. */
    static <R> void change(
            Transaction<R> transaction, R name, Table table, Keys.Key key, Change change) {
        Map<String, String> names = new HashMap<>(NAMES);
        Map<String, AttributeValue> values =
                new HashMap<>(
                        Map.of(
                                ":lead",
                                AttributeValue.fromSs(List.of(change.lead().value())),
                                ":one",
                                AttributeValue.fromN("1")));
        addRevision(values, change.revision());
        String expression =
                change.enters()
                        ? "ADD #leads :lead, #revision :one"
                        : "ADD #revision :one DELETE #leads :lead";
        if (change.appointment() != null) {
            expression += ", #appointments :appointment";
            names.put("#appointments", APPOINTMENTS);
            values.put(":appointment", AttributeValue.fromSs(List.of(change.appointment())));
        }
        transaction.update(
                name, table, key, expression, condition(change.revision()), names, values);
    }

    /** The appointments that the guard of a patient names. */
    static List<String> appointments(Item item) {
        return item.has(APPOINTMENTS) ? item.value(APPOINTMENTS).ss() : List.of();
    }

    /** Makes sure that nobody entered or left. */
    static <R> void check(
            Transaction<R> transaction, R name, Table table, Keys.Key key, long revision) {
        Map<String, AttributeValue> values = new HashMap<>();
        addRevision(values, revision);
        transaction.check(
                name, table, key, revision == 0 ? Table.ABSENT : REVISION + " = :revision", values);
    }

    private static void addRevision(Map<String, AttributeValue> values, @Nullable Long revision) {
        if (revision != null && revision != 0) {
            values.put(":revision", AttributeValue.fromN(revision.toString()));
        }
    }

    private static @Nullable String condition(@Nullable Long revision) {
        if (revision == null) {
            return null;
        }
        return revision == 0 ? Table.ABSENT : "#revision = :revision";
    }
}
