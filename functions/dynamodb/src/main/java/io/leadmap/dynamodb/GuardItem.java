package io.leadmap.dynamodb;

import io.leadmap.application.Leads.Sharing;
import io.leadmap.domain.lead.LeadId;

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
    private static final String REVISION = "revision";
    private static final String ABSENT = "attribute_not_exists(pk)";
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
     * Lets a lead enter or leave.
     *
     * @param revision the revision that must still hold, null for any
     */
    static <R> void change(
            Transaction<R> transaction,
            R name,
            Table table,
            Keys.Key key,
            LeadId lead,
            boolean enters,
            @Nullable Long revision) {
        Map<String, AttributeValue> values =
                new HashMap<>(
                        Map.of(
                                ":lead",
                                AttributeValue.fromSs(List.of(lead.value())),
                                ":one",
                                AttributeValue.fromN("1")));
        addRevision(values, revision);
        String expression =
                enters
                        ? "ADD #leads :lead, #revision :one"
                        : "ADD #revision :one DELETE #leads :lead";
        transaction.update(name, table, key, expression, condition(revision), NAMES, values);
    }

    /** Makes sure that nobody entered or left. */
    static <R> void check(
            Transaction<R> transaction, R name, Table table, Keys.Key key, long revision) {
        Map<String, AttributeValue> values = new HashMap<>();
        addRevision(values, revision);
        transaction.check(
                name, table, key, revision == 0 ? ABSENT : REVISION + " = :revision", values);
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
        return revision == 0 ? ABSENT : "#revision = :revision";
    }
}
