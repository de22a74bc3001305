package io.leadmap.domain.decide;

import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** How an agent adds a lead (domain section 2); doubles are never refused here. */
final class BeginningRules {

    private BeginningRules() {}

    /** What the PMS says of its appointment stands against these. */
    private static final Set<Status> OF_THE_APPOINTMENT =
            EnumSet.of(Status.CREATED, Status.CONTACTED, Status.CANCELLED);

    static Optional<Refusal> add(Chapter chapter, Command.AddLead command) {
        Practice practice = chapter.practice();
        FieldRules.Checked checked = check(chapter, command);
        if (checked.refusal().isPresent()) {
            return checked.refusal();
        }
        chapter.add(
                new RecordEntry.LeadCreated(
                        Channel.PHONE,
                        checked.fields(),
                        command.division() == null
                                ? practice.rootDivision().id()
                                : command.division(),
                        command.source(),
                        command.owner(),
                        firstContact(chapter, command),
                        command.utm()));
        command.patient().ifPresent(patient -> chapter.add(new PmsEntry.PatientLinked(patient)));
        SuspensionRules.refresh(chapter);
        mapOf(practice, command.mapId()).ifPresent(map -> MapRules.enter(chapter, map));
        return setStatus(chapter, command, checked.fields());
    }

    /**
     * The agent's lead and the PMS's become one. It gets what the agent said, the owner even under
     * the lock: had the agent been faster than the PMS, the same appointment would have been linked
     * to the agent's lead, and its owner locked.
     */
    static Optional<Refusal> takeOver(Chapter chapter, Command.TakeOver command) {
        Command.AddLead added = command.added();
        Lead lead = chapter.lead();
        if (!SamePerson.takesOver(added, lead, chapter.at())) {
            return Optional.of(
                    new Refusal.Conflict(
                            Refusal.Reason.NOT_TO_TAKE_OVER,
                            "The lead is somebody's already; add another one."));
        }
        FieldRules.Checked checked = check(chapter, added);
        if (checked.refusal().isPresent()) {
            return checked.refusal();
        }
        Instant contact = firstContact(chapter, added);
        Instant created = lead.dates().created();
        chapter.add(
                new RecordEntry.LeadTakenOver(
                        contact.isBefore(created) ? contact : created, added.utm()));
        checked.fields().values().forEach((key, value) -> FieldRules.set(chapter, key, value));
        set(chapter, FieldKey.DIVISION, added.division());
        set(chapter, FieldKey.SOURCE, added.source());
        if (added.owner() != null) {
            chapter.add(new OwnerEntry.OwnerChanged(lead.owner(), added.owner()));
        }
        if (!lead.status().isClosed()) {
            mapOf(chapter.practice(), added.mapId()).ifPresent(map -> MapRules.enter(chapter, map));
        }
        Optional<Refusal> refusal =
                added.status() == null || OF_THE_APPOINTMENT.contains(added.status())
                        ? Optional.empty()
                        : setStatus(chapter, added, checked.fields());
        SuspensionRules.refresh(chapter); // at last: a closed lead resumes nothing
        return refusal;
    }

    private static Optional<Refusal> setStatus(
            Chapter chapter, Command.AddLead command, Fields fields) {
        Status status = command.status() == null ? Status.CREATED : command.status();
        return StatusRules.byHand(
                chapter,
                new Command.SetStatus(status, command.lossReason(), fields.text(FieldKey.COMMENT)));
    }

    private static void set(Chapter chapter, FieldKey key, @Nullable String id) {
        if (id != null) {
            FieldRules.set(chapter, key, new FieldValue.Text(id));
        }
    }

    private static Instant firstContact(Chapter chapter, Command.AddLead command) {
        return command.firstContactAt() == null ? chapter.at() : command.firstContactAt();
    }

    private static FieldRules.Checked check(Chapter chapter, Command.AddLead command) {
        Practice practice = chapter.practice();
        FieldRules.Checked checked = FieldRules.readNew(practice, command.fields(), chapter.at());
        List<Refusal.FieldError> errors = new ArrayList<>(checked.errors());
        errors.addAll(wrongPlaces(practice, command));
        if (firstContact(chapter, command).isAfter(chapter.at())) {
            errors.add(new Refusal.FieldError("firstContactAt", "Give a time in the past."));
        }
        return new FieldRules.Checked(checked.fields(), errors);
    }

    /** The map that is named, else the practice's default map, if there is one. */
    static Optional<LeadMap> mapOf(Practice practice, @Nullable String mapId) {
        return practice.map(mapId == null ? practice.settings().defaultMapId() : mapId);
    }

    private static List<Refusal.FieldError> wrongPlaces(
            Practice practice, Command.AddLead command) {
        List<Refusal.FieldError> errors = new ArrayList<>();
        if (command.division() != null && practice.division(command.division()).isEmpty()) {
            errors.add(
                    new Refusal.FieldError(
                            "divisionId", "Choose one of the practice's divisions."));
        }
        if (command.source() != null && practice.source(command.source()).isEmpty()) {
            errors.add(
                    new Refusal.FieldError(
                            "sourceId", "Choose one of the practice's sources, or add it first."));
        }
        if (OwnerRules.wrongOwner(practice, "ownerId", command.owner()).isPresent()) {
            errors.add(new Refusal.FieldError("ownerId", OwnerRules.WHO));
        }
        if (command.mapId() != null && practice.map(command.mapId()).isEmpty()) {
            errors.add(new Refusal.FieldError("mapId", "Choose one of the practice's maps."));
        }
        command.patient()
                .ifPresent(patient -> {
                    if (practice.connection(patient.connectionId()).isEmpty()) {
                        errors.add(
                                new Refusal.FieldError(
                                        "patient",
                                        "Choose one of the practice's PMS connections."));
                    }
                });
        return errors;
    }
}
