package io.leadmap.application.configuration;

import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.application.json.Names;
import io.leadmap.domain.practice.AddedLossReason;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Macro;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.practice.Trigger;
import io.micronaut.json.tree.JsonNode;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

/** Writes a practice's configuration as {@link ConfigurationReader} reads it. */
public final class ConfigurationWriter {

    private ConfigurationWriter() {}

    /** The whole document, secrets included: for storing, never for answering. */
    public static JsonNode document(Practice practice) {
        return Json.object()
                .putText("practice", practice.id())
                .put("name", practice.name())
                .put("phone", practice.phone())
                .put("settings", settings(practice.settings()))
                .put("people", practice.people(), ConfigurationWriter::person)
                .put("divisions", practice.divisions(), ConfigurationWriter::division)
                .put("sources", practice.sources(), ConfigurationWriter::source)
                .put("fields", practice.fields(), ConfigurationWriter::field)
                .put("forms", practice.forms(), ConfigurationWriter::form)
                .put("maps", practice.maps(), ConfigurationWriter::map)
                .put("macros", practice.macros(), ConfigurationWriter::macro)
                .put("drips", practice.drips(), ConfigurationWriter::drip)
                .put("lossReasons", practice.lossReasons(), ConfigurationWriter::lossReason)
                .put(
                        "connections",
                        practice.connections(),
                        c -> connection(c).putTexts("secrets", c.secrets()).node())
                .node();
    }

    /** The settings. */
    public static JsonNode settings(Settings s) {
        return Json.object()
                .putText("timeZone", s.timeZone())
                .put("country", s.country())
                .put("currency", s.currency())
                .put("weekStart", Names.camel(s.weekStart()))
                .put("openingHours", s.openingHours().week(), hours -> hours(hours).node())
                .putTexts(
                        "holidays",
                        s.openingHours().holidays().stream()
                                .sorted()
                                .map(LocalDate::toString)
                                .toList())
                .put("vocabulary", Names.camel(s.vocabulary()))
                .put("attemptLimit", s.attemptLimit())
                .putText("attemptGrace", s.attemptGrace())
                .put("deadLeads", Names.camel(s.deadLeads()))
                .put(
                        "automaticMoves",
                        Json.object()
                                .put("booked", s.automaticMoves().booked())
                                .put("cancelled", s.automaticMoves().cancelled())
                                .put("invoiced", s.automaticMoves().invoiced()))
                .put("seenCountsAsCustomer", s.seenCountsAsCustomer())
                .put("createLeadsForNewClients", s.createLeadsForNewClients())
                .put("newClientGapDays", s.newClientGapDays())
                .put("eagerPatientShipping", s.eagerPatientShipping())
                .put("lockOwnerWhenLinked", s.lockOwnerWhenLinked())
                .putText("heldExpiry", s.heldExpiry())
                .put("sendingWindow", hours(s.sendingWindow()))
                .put("dripsStopOnBooked", s.dripsStopOnBooked())
                .putText("firstCallTarget", s.firstCallTarget())
                .put("automaticMailsPerHour", s.automaticMailsPerHour())
                .put("defaultMapId", s.defaultMapId())
                .put("postalAddress", s.postalAddress())
                .put("from", s.from())
                .put("replyTo", s.replyTo())
                .node();
    }

    private static JsonObject hours(Hours hours) {
        List<String> days = hours.days().stream().sorted().map(Names::camel).toList();
        return Json.object()
                .putTexts("days", days)
                .putText("from", hours.from())
                .putText("to", hours.to());
    }

    /** A person, as colleagues may see them. */
    public static JsonNode person(Person p) {
        return Json.object()
                .put("id", p.id())
                .put("name", p.name())
                .put("email", p.email())
                .put("alias", p.alias())
                .put("signature", p.signature())
                .putTexts("roles", p.roles().stream().sorted().map(Names::camel).toList())
                .put("active", p.active())
                .put("activeSince", p.activeSince())
                .node();
    }

    /** A division. */
    public static JsonNode division(Division d) {
        return Json.object()
                .put("id", d.id())
                .put("name", d.name())
                .put("parent", d.parent())
                .node();
    }

    /** A lead source. */
    public static JsonNode source(Source s) {
        return Json.object().put("id", s.id()).put("name", s.name()).node();
    }

    /** A custom field. */
    public static JsonNode field(CustomField f) {
        return Json.object()
                .put("key", f.key())
                .put("label", f.label())
                .put("kind", Names.camel(f.kind()))
                .putTexts("options", f.options())
                .node();
    }

    /** A form. */
    public static JsonNode form(Form f) {
        return Json.object()
                .put("id", f.id())
                .put("name", f.name())
                .put("active", f.active())
                .put(
                        "fields",
                        f.fields(),
                        field ->
                                Json.object()
                                        .put("name", field.name())
                                        .put("label", field.label())
                                        .put("help", field.help())
                                        .put("required", field.required())
                                        .put("hiddenValue", field.hiddenValue())
                                        .node())
                .put("mapId", f.mapId())
                .put("ownerId", f.ownerId())
                .put("sourceId", f.sourceId())
                .put("divisionId", f.divisionId())
                .put("confirmation", f.confirmation())
                .putText("redirect", f.redirect())
                .putTexts("origins", f.origins())
                .put("consentWording", f.consentWording())
                .put("triggers", f.triggers(), ConfigurationWriter::trigger)
                .node();
    }

    private static JsonNode trigger(Trigger t) {
        return Json.object()
                .put("id", t.id())
                .put("name", t.name())
                .put("active", t.active())
                .put("actions", t.actions(), ConfigurationWriter::action)
                .node();
    }

    /** What a trigger does; a history shows it in the same form. */
    public static JsonNode action(Trigger.Action action) {
        return switch (action) {
            case Trigger.Action.EmailLead(String macro) ->
                    Json.object().put("emailLead", macro).node();
            case Trigger.Action.EnrolDrip(String campaign) ->
                    Json.object().put("enrolDrip", campaign).node();
            case Trigger.Action.NotifyOwner() -> Json.object().put("notifyOwner", true).node();
        };
    }

    /** A lead map. */
    public static JsonNode map(LeadMap m) {
        return Json.object()
                .put("id", m.id())
                .put("version", m.version())
                .put("name", m.name())
                .put("colour", m.colour())
                .put(
                        "tracks",
                        m.tracks(),
                        track ->
                                Json.object()
                                        .put("id", track.id())
                                        .put("name", track.name())
                                        .put(
                                                "steps",
                                                track.steps(),
                                                step ->
                                                        Json.object()
                                                                .put("id", step.id())
                                                                .put("name", step.name())
                                                                .put(
                                                                        "description",
                                                                        step.description())
                                                                .put("required", step.required())
                                                                .node())
                                        .node())
                .node();
    }

    /** A macro. */
    public static JsonNode macro(Macro m) {
        return Json.object()
                .put("id", m.id())
                .put("version", m.version())
                .put("name", m.name())
                .put("channel", Names.camel(m.channel()))
                .put("subject", m.subject())
                .put("html", m.html())
                .node();
    }

    /** A drip campaign. */
    public static JsonNode drip(DripCampaign d) {
        return Json.object()
                .put("id", d.id())
                .put("name", d.name())
                .put("active", d.active())
                .put("again", d.again())
                .put(
                        "mails",
                        d.mails(),
                        mail ->
                                Json.object()
                                        .put("id", mail.id())
                                        .putText("delay", mail.delay())
                                        .put("macroId", mail.macroId())
                                        .node())
                .putTexts("former", d.former())
                .node();
    }

    /** A reason for a loss that the practice added. */
    public static JsonNode lossReason(AddedLossReason r) {
        return Json.object().put("id", r.id()).put("label", r.label()).node();
    }

    /** A connection to a PMS, without its secrets. */
    public static JsonObject connection(Connection c) {
        JsonObject locations = Json.object();
        new TreeMap<>(c.locations()).forEach(locations::put);
        return Json.object()
                .put("id", c.id())
                .put("provider", c.provider())
                .put("locations", locations)
                .putText("startedAt", c.startedAt());
    }
}
