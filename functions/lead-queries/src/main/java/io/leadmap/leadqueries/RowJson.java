package io.leadmap.leadqueries;

import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.lead.Transfer;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.leads.StatusLabels;
import io.leadmap.leads.Values;
import io.leadmap.ports.LeadSheet.Row;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** A row of the Lead Sheet (domain section 10). */
final class RowJson {

    private RowJson() {}

    /** The row as JSON, with names as they are today. */
    static JsonNode of(Row row, Practice practice) {
        return json(row, practice).node();
    }

    /**
     * The row of a lead that was read itself, so that it can be edited.
     *
     * @param version what {@code If-Match} compares
     */
    static JsonNode of(Row row, long version, Practice practice) {
        return json(row, practice).put("version", version).node();
    }

    private static JsonObject json(Row row, Practice practice) {
        Dates dates = row.dates();
        return Json.object()
                .putText("id", row.id())
                .put("name", row.name())
                .put("email", row.email())
                .put("phone", row.phone() == null ? null : row.phone().number())
                .put("phoneExtension", row.phone() == null ? null : row.phone().extension())
                .put(
                        "patient",
                        row.patient() == null
                                ? null
                                : Json.object()
                                        .put("connectionId", row.patient().connectionId())
                                        .put("pmsId", row.patient().pmsId()))
                .put("status", row.status().name())
                .put(
                        "statusLabel",
                        StatusLabels.label(row.status(), practice.settings().vocabulary()))
                .put("suspended", suspended(row.suspensions()))
                .put(
                        "owner",
                        Values.person(practice, practice.shownOwner(row.owner(), row.status())))
                .put("division", Values.division(practice, row.division()))
                .put("source", Values.source(practice, row.source()))
                .put("channel", Names.camel(row.channel()))
                .putText("createdAt", dates.created())
                .putText("bookedAt", dates.booked())
                .putText("invoicedAt", dates.invoiced())
                .putText("cancelledAt", dates.cancelled())
                .putText("lostAt", dates.lost())
                .put("attempts", row.attempts())
                .put("lossReason", row.lossReason() == null ? null : row.lossReason().id())
                .putText("lastActivityAt", row.lastActivityAt())
                .put("serviceRequested", row.serviceRequested())
                .put("comment", row.comment())
                .put("transferTo", practice.pending(row.transfer()).map(Transfer::to).orElse(null))
                .put(
                        "appointmentState",
                        row.appointment() == null ? null : Names.camel(row.appointment()));
    }

    /** Of several causes the first in their order is shown; null for none. */
    private static @Nullable String suspended(Set<SuspensionCause> causes) {
        for (SuspensionCause cause : SuspensionCause.values()) {
            if (causes.contains(cause)) {
                return cause.name();
            }
        }
        return null;
    }
}
