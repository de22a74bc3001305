package io.leadmap.leads;

import io.leadmap.domain.decide.DueRules;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.Dates;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.lead.Transfer;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The lead as section Leads of the API describes it. */
final class LeadJson {

    private LeadJson() {}

    /**
     * @param reader for whom: {@code permitted} says what this person may do
     * @param found leads that look like the same person, and what is known of the address
     */
    static JsonNode of(
            Lead lead, Practice practice, Actor reader, Instant now, Duplicates.Found found) {
        AddressState address = found.addresses().of(lead.email());
        JsonObject json =
                Json.object().putText("id", lead.id()).put("version", lead.revision().version());
        fields(json, lead);
        state(json, lead, practice);
        dates(json, lead);
        json.put("attempts", lead.followUp().attempts().count())
                .put(
                        "lossReason",
                        lead.stage().lossReason() == null ? null : lead.stage().lossReason().id())
                .putText("lastActivityAt", lead.followUp().lastActivityAt())
                .put("replyDueAt", (String) null)
                .put(
                        "utm",
                        Json.object()
                                .put("first", Values.attribution(lead.origin().utmFirst()))
                                .put("last", Values.attribution(lead.origin().utmLast())))
                .put(
                        "consent",
                        lead.consents(),
                        consent ->
                                Json.object()
                                        .put("wording", consent.wording())
                                        .put("given", consent.given())
                                        .putText("at", consent.at())
                                        .put("formId", consent.formId())
                                        .node())
                .put("subscribed", address.isSubscribed())
                .put("duplicates", found.leads(), id -> JsonNode.createStringNode(id.value()))
                .putText("duplicateOf", lead.suspension().duplicateOf())
                .putTexts("mergedFrom", List.of())
                .put("transferTo", transfer(lead, practice))
                .put("patient", patient(lead.pms().patient()))
                .put(
                        "appointment",
                        lead.pms().appointment() == null
                                ? null
                                : Values.appointment(lead.pms().appointment()))
                .put("map", MapJson.of(lead, practice))
                .put(
                        "drips",
                        lead.drips().runs().values(),
                        run -> drip(run, lead, address, practice, now))
                .put(
                        "permitted",
                        Permitted.commands(lead, practice, reader, now, found.addresses()));
        return json.node();
    }

    private static void fields(JsonObject json, Lead lead) {
        Fields fields = lead.fields();
        json.put("name", lead.displayName())
                .put("firstName", Values.field(fields, FieldKey.FIRST_NAME))
                .put("lastName", Values.field(fields, FieldKey.LAST_NAME))
                .put("email", lead.email())
                .put("phone", lead.phone() == null ? null : lead.phone().number())
                .put("phoneExtension", lead.phone() == null ? null : lead.phone().extension())
                .put("address", Values.field(fields, FieldKey.ADDRESS))
                .put("dateOfBirth", Values.field(fields, FieldKey.DATE_OF_BIRTH))
                .put("timeZone", Values.field(fields, FieldKey.TIME_ZONE))
                .put("custom", Values.custom(fields))
                .put("serviceRequested", Values.field(fields, FieldKey.SERVICE_REQUESTED))
                .put("comment", Values.field(fields, FieldKey.COMMENT));
    }

    private static void state(JsonObject json, Lead lead, Practice practice) {
        json.put("status", lead.status().name())
                .put(
                        "statusLabel",
                        StatusLabels.label(lead.status(), practice.settings().vocabulary()))
                .put("suspended", suspended(lead))
                .put(
                        "owner",
                        Values.person(practice, practice.shownOwner(lead.owner(), lead.status())))
                .put("division", Values.division(practice, lead.origin().division()))
                .put("source", Values.source(practice, lead.origin().source()))
                .put("channel", Names.camel(lead.origin().channel()));
    }

    private static void dates(JsonObject json, Lead lead) {
        Dates dates = lead.dates();
        List<String> byHand = new ArrayList<>();
        if (dates.bookedByHand()) {
            byHand.add("bookedAt");
        }
        if (dates.invoicedByHand() && dates.invoiced() != null) { // else it was cleared by hand
            byHand.add("invoicedAt");
        }
        json.putText("createdAt", dates.created())
                .putText("enteredAt", dates.entered())
                .putText("bookedAt", dates.booked())
                .putText("invoicedAt", dates.invoiced())
                .putText("cancelledAt", dates.cancelled())
                .putText("lostAt", dates.lost())
                .putTexts("byHand", byHand);
    }

    private static @Nullable JsonObject suspended(Lead lead) {
        if (lead.suspension().causes().isEmpty()) {
            return null;
        }
        SuspensionCause shown = lead.suspension().causes().iterator().next();
        List<String> missing = new ArrayList<>();
        if (shown == SuspensionCause.INCOMPLETE) {
            if (!lead.hasName()) {
                missing.add("name");
            }
            if (lead.email() == null) {
                missing.add("email");
            }
            if (lead.phone() == null) {
                missing.add("phone");
            }
        }
        return Json.object().put("cause", shown.name()).putTexts("missing", missing);
    }

    /** A deactivated person's transfers lapse (domain section 3). */
    private static @Nullable JsonObject transfer(Lead lead, Practice practice) {
        Transfer transfer = practice.pending(lead.ownership().transfer()).orElse(null);
        if (transfer == null) {
            return null;
        }
        JsonObject to = Values.person(practice, transfer.to());
        return to == null ? null : to.putText("since", transfer.since()).put("by", transfer.by());
    }

    private static @Nullable JsonObject patient(@Nullable PatientLink patient) {
        return patient == null
                ? null
                : Json.object()
                        .put("connectionId", patient.connectionId())
                        .put("pmsId", patient.pmsId())
                        .put("state", "linked");
    }

    private static JsonNode drip(
            DripRun run, Lead lead, AddressState address, Practice practice, Instant now) {
        return Json.object()
                .put("id", run.campaignId())
                .put(
                        "name",
                        practice.drip(run.campaignId()).map(d -> d.name()).orElse(run.campaignId()))
                .put("state", Names.camel(run.state()))
                .put("run", run.run())
                .putText("enrolledAt", run.enrolledAt())
                .put("sent", run.sent())
                .putText(
                        "nextAt",
                        DueRules.nextMailAt(lead, address, run, practice, now).orElse(null))
                .node();
    }
}
