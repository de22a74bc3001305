package io.leadmap.dynamodb;

import io.leadmap.domain.decide.DueEntries;
import io.leadmap.domain.lead.ContactAttempts;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.HeldTrigger;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LeadMail;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.today.Awaited;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.LeadSheet;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The head of a lead: its row of the Lead Sheet with the keys of the indexes, and what no index
 * holds (version, seq, last hash, and what only decisions need). At most 1 KB; every command
 * rewrites it.
 */
final class HeadItem {

    static final String SEQ = "seq";
    static final String VERSION = "version";
    static final String AT = "at";
    static final String HASH = "hash";
    static final String REST = "rest";
    private static final String STRANGERS_EMAIL = "strangersEmail";

    private HeadItem() {}

    static Projected of(Lead lead, DueEntries due) {
        LeadSheet.Row row = LeadSheet.Row.of(lead);
        PracticeId practice = lead.practice();
        String id = lead.id().value();
        Instant booked = lead.dates().booked();
        Map<String, AttributeValue> open = new HashMap<>();
        open.put(Projected.OPEN, text(Json.text(SheetRowJson.open(row))));
        open.put(REST, text(Json.text(rest(lead))));
        open.put(SEQ, AttributeValue.fromN(Long.toString(lead.revision().seq())));
        open.put(VERSION, AttributeValue.fromN(Long.toString(lead.revision().version())));
        open.put(AT, Item.seconds(lead.revision().at()));
        open.put("sheet", text(Keys.sheet(practice)));
        open.put("createdAt", text(Times.sortable(lead.dates().created(), id)));
        if (lead.owner() != null) {
            open.put("ownedBy", text(Keys.ownedBy(practice, lead.owner())));
        }
        if (booked != null) {
            open.put("bookedAt", text(Times.sortable(booked, id)));
        }
        return new Projected(
                        Keys.head(practice, lead.id()), open, Json.text(SheetRowJson.personal(row)))
                .due(practice, due.unreached().orElse(null))
                .awaited(
                        practice,
                        Awaited.ofOwner(row.status(), row.suspensions(), row.owner(), row.dates()));
    }

    private static AttributeValue text(String value) {
        return AttributeValue.fromS(value);
    }

    /** Members that have their usual value are left out. */
    private static JsonNode rest(Lead lead) {
        JsonObject rest =
                Json.object().putIfPresent("duplicateOf", lead.suspension().duplicateOf());
        rest.putIfPresent("invalidFrom", lead.stage().invalidFrom());
        if (lead.stage().lostBySweep()) {
            rest.put("lostBySweep", true);
        }
        rest.putIfPresent("lastAttempt", lead.followUp().attempts().last());
        if (lead.followUp().attempts().proposed()) {
            rest.put("proposed", true);
        }
        JsonObject sent = Json.object();
        lead.drips().runs().values().stream()
                .filter(run -> run.sent() > 0)
                .forEach(run -> sent.put(run.campaignId(), run.sent()));
        if (sent.node().size() > 0) {
            rest.put("sent", sent);
        }
        if (!lead.suspension().held().isEmpty()) {
            rest.put("held", lead.suspension().held(), HeadItem::held);
        }
        MailJson.put(rest, lead);
        if (lead.fields().isStrangers(FieldKey.EMAIL)) {
            rest.put(STRANGERS_EMAIL, true); // here, as linking an appointment changes no person
        }
        return rest.node();
    }

    private static JsonNode held(HeldTrigger held) {
        return Json.object()
                .put("anchor", TriggerJson.anchor(held.trigger().anchor()))
                .put("trigger", held.trigger().id())
                .putText("since", held.since())
                .put("actions", held.actions(), TriggerJson::action)
                .node();
    }

    /** What a head tells of a lead besides its row. */
    record Rest(
            @Nullable LeadId duplicateOf,
            @Nullable Status invalidFrom,
            boolean lostBySweep,
            @Nullable Instant lastAttempt,
            boolean proposed,
            Map<String, Integer> sent,
            List<HeldTrigger> held,
            LeadMail mail,
            boolean strangersEmail) {

        ContactAttempts attempts(int count) {
            return new ContactAttempts(count, lastAttempt, proposed);
        }
    }

    static Rest rest(PracticeId practice, LeadId lead, TrustingView rest) {
        return new Rest(
                rest.has("duplicateOf") ? new LeadId(rest.text("duplicateOf")) : null,
                rest.choiceOrNull(Status.class, "invalidFrom"),
                rest.flag("lostBySweep"),
                rest.instantOrNull("lastAttempt"),
                rest.flag("proposed"),
                rest.map("sent", TrustingView::integer),
                rest.list(
                        "held",
                        held ->
                                new HeldTrigger(
                                        new Trigger.Key(
                                                TriggerJson.anchor(held.at("anchor")),
                                                held.text("trigger")),
                                        held.instant("since"),
                                        held.list("actions", TriggerJson::action))),
                MailJson.read(rest, practice, lead),
                rest.flag(STRANGERS_EMAIL));
    }
}
