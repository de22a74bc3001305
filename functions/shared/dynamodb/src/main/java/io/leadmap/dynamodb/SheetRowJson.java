package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.lead.Transfer;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.LeadSheet.Row;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.TreeSet;

/**
 * A row of the Lead Sheet as JSON in two parts; the head of a lead is this row and what no index
 * needs.
 */
final class SheetRowJson {

    private SheetRowJson() {}

    static JsonNode open(Row row) {
        LossReason reason = row.lossReason();
        JsonObject open =
                Json.object()
                        .put("status", row.status().name())
                        .putIfPresent("lossReason", reason == null ? null : reason.id());
        if (!row.suspensions().isEmpty()) {
            Set<String> causes = new TreeSet<>();
            row.suspensions().forEach(cause -> causes.add(cause.name()));
            open.putTexts("suspended", causes);
        }
        open.putIfPresent("owner", row.owner())
                .put("division", row.division())
                .putIfPresent("source", row.source())
                .put("channel", row.channel().name());
        dates(open, row.dates());
        if (row.attempts() > 0) {
            open.put("attempts", row.attempts());
        }
        Transfer transfer = row.transfer();
        if (transfer != null) {
            open.put("transferTo", transfer.to())
                    .put("transferBy", transfer.by())
                    .putText("transferSince", transfer.since())
                    .put("transferIn", transfer.configuration());
        }
        PatientLink patient = row.patient();
        return open.putText("activity", row.lastActivityAt())
                .putIfPresent("connection", patient == null ? null : patient.connectionId())
                .putIfPresent("patient", patient == null ? null : patient.pmsId())
                .putIfPresent("appointment", row.appointment())
                .node();
    }

    private static void dates(JsonObject open, Dates dates) {
        open.putText("created", dates.created());
        if (!dates.entered().equals(dates.created())) {
            open.putText("entered", dates.entered());
        }
        open.putIfPresent("booked", dates.booked())
                .putIfPresent("invoiced", dates.invoiced())
                .putIfPresent("cancelled", dates.cancelled())
                .putIfPresent("lost", dates.lost());
        if (dates.bookedByHand()) {
            open.put("bookedByHand", true);
        }
        if (dates.invoicedByHand()) {
            open.put("invoicedByHand", true);
        }
    }

    static Dates dates(TrustingView open) {
        return new Dates(
                open.instant("created"),
                open.has("entered") ? open.instant("entered") : open.instant("created"),
                open.instantOrNull("booked"),
                open.flag("bookedByHand"),
                open.instantOrNull("invoiced"),
                open.flag("invoicedByHand"),
                open.instantOrNull("cancelled"),
                open.instantOrNull("lost"));
    }

    static Set<SuspensionCause> suspensions(TrustingView open) {
        return Set.copyOf(open.list("suspended", cause -> SuspensionCause.valueOf(cause.text())));
    }

    static @Nullable LossReason lossReason(TrustingView open) {
        return open.has("lossReason") ? new LossReason(open.text("lossReason")) : null;
    }

    static @Nullable Transfer transfer(TrustingView open) {
        return open.has("transferTo")
                ? new Transfer(
                        open.text("transferTo"),
                        open.text("transferBy"),
                        open.instant("transferSince"),
                        open.number("transferIn"))
                : null;
    }

    static @Nullable PatientLink patient(TrustingView open) {
        return open.has("patient")
                ? new PatientLink(open.text("connection"), open.text("patient"))
                : null;
    }

    static Appointment.@Nullable State appointment(TrustingView open) {
        return open.choiceOrNull(Appointment.State.class, "appointment");
    }

    static JsonNode personal(Row row) {
        return Json.object()
                .put("name", row.name())
                .putIfPresent(
                        "person", row.personName().equals(row.name()) ? null : row.personName())
                .putIfPresent("email", row.email())
                .putIfPresent("phone", row.phone() == null ? null : row.phone().stored())
                .putIfPresent("service", row.serviceRequested())
                .putIfPresent("comment", row.comment())
                .node();
    }

    static Row read(LeadId id, TrustingView open, TrustingView personal) {
        return new Row(
                id,
                personal.text("name"),
                personal.has("person") ? personal.text("person") : personal.text("name"),
                personal.textOrNull("email"),
                personal.has("phone") ? Phone.of(personal.text("phone")) : null,
                open.choice(Status.class, "status"),
                lossReason(open),
                suspensions(open),
                open.textOrNull("owner"),
                open.text("division"),
                open.textOrNull("source"),
                open.choice(Channel.class, "channel"),
                dates(open),
                open.has("attempts") ? open.integer("attempts") : 0,
                open.instant("activity"),
                personal.textOrNull("service"),
                personal.textOrNull("comment"),
                transfer(open),
                patient(open),
                appointment(open));
    }
}
