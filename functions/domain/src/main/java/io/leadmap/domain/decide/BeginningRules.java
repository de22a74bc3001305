package io.leadmap.domain.decide;

import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How an agent adds a lead (domain section 2); doubles are never refused here. */
final class BeginningRules {

    private BeginningRules() {}

    static Optional<Refusal> add(Chapter chapter, Command.AddLead command) {
        Practice practice = chapter.practice();
        Instant firstContact =
                command.firstContactAt() == null ? chapter.at() : command.firstContactAt();
        FieldRules.Checked checked = FieldRules.readNew(practice, command.fields(), chapter.at());
        List<Refusal.FieldError> errors = new ArrayList<>(checked.errors());
        errors.addAll(wrongPlaces(practice, command));
        if (firstContact.isAfter(chapter.at())) {
            errors.add(new Refusal.FieldError("firstContactAt", "Give a time in the past."));
        }
        if (!errors.isEmpty()) {
            return Optional.of(new Refusal.Invalid(errors));
        }
        chapter.add(
                new Entry.LeadCreated(
                        Channel.PHONE,
                        checked.fields(),
                        command.division() == null
                                ? practice.rootDivision().id()
                                : command.division(),
                        command.source(),
                        command.owner(),
                        firstContact,
                        command.utm()));
        command.patient().ifPresent(patient -> chapter.add(new Entry.PatientLinked(patient)));
        SuspensionRules.refresh(chapter);
        mapOf(practice, command.mapId()).ifPresent(map -> MapRules.enter(chapter, map));
        Status status = command.status() == null ? Status.CREATED : command.status();
        return StatusRules.byHand(
                chapter,
                new Command.SetStatus(
                        status, command.lossReason(), checked.fields().text(FieldKey.COMMENT)));
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
