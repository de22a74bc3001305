package io.leadmap.leads;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.lambda.Problem;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a person may do with a lead now: each command is decided with a harmless sample, and what
 * refuses it is why.
 */
final class Permitted {

    private Permitted() {}

    /**
     * @param addresses what is known of the lead's address
     */
    static JsonObject commands(
            Lead lead, Practice practice, Actor actor, Instant now, KnownAddresses addresses) {
        Cause cause = new Cause(Cause.Kind.REQUEST, "permitted");
        Context context = new Context(practice, actor, cause, now, Set.of(), addresses);
        JsonObject permitted = Json.object();
        samples(lead, practice, actor)
                .forEach((name, command) -> {
                    Optional<Refusal> refusal = refusal(Decider.decide(lead, command, context));
                    if (refusal.isEmpty()) {
                        permitted.put(name, true);
                    } else {
                        Problem why = Problem.of(refusal.get());
                        permitted.put(
                                name,
                                Json.object().put("why", why.type()).put("detail", why.detail()));
                    }
                });
        return permitted;
    }

    /** Wrong input is no reason: the sample stands for input that is right. */
    private static Optional<Refusal> refusal(Decision decision) {
        return decision instanceof Decision.Refused(Refusal refusal)
                        && !(refusal instanceof Refusal.Invalid)
                ? Optional.of(refusal)
                : Optional.empty();
    }

    private static Map<String, Command> samples(Lead lead, Practice practice, Actor actor) {
        Map<String, Command> samples = new LinkedHashMap<>();
        samples.put(
                "edit",
                new Command.EditFields(
                        Map.of(FieldKey.COMMENT, Optional.of(new FieldValue.Text("-")))));
        samples.put(
                "status",
                new Command.SetStatus(
                        lead.status() == Status.CONTACTED ? Status.CREATED : Status.CONTACTED,
                        null,
                        null));
        String colleague = colleague(lead, practice, actor);
        samples.put("owner", new Command.ChangeOwner(colleague));
        samples.put("transfer", new Command.RequestTransfer(colleague));
        samples.put("acceptTransfer", new Command.AcceptTransfer(null));
        samples.put("declineTransfer", new Command.DeclineTransfer(null));
        samples.put("withdrawTransfer", new Command.WithdrawTransfer(null));
        samples.put("release", new Command.Release(true));
        samples.put("call", new Command.LogCall(ContactEntry.CallLogged.Outcome.NO_ANSWER, null));
        samples.put("note", new Command.AddNote("<p>-</p>", null));
        samples.put("email", new Command.SendEmail("-", "<p>-</p>", null, List.of(), true));
        practice.maps().stream()
                .map(LeadMap::id)
                .findFirst()
                .ifPresent(map -> samples.put("changeMap", new Command.ChangeMap(map)));
        samples.put(
                "closeMap", new Command.CloseMap(MapRun.Outcome.LOST, LossReason.NO_CONTACT, null));
        practice.map(lead.map() == null ? null : lead.map().mapId())
                .flatMap(map -> map.tracks().stream().findFirst())
                .ifPresent(
                        track -> samples.put("reopenTrack", new Command.ReopenTrack(track.id())));
        return samples;
    }

    private static String colleague(Lead lead, Practice practice, Actor actor) {
        return practice.people().stream()
                .filter(Person::active)
                .map(Person::id)
                .filter(id -> !id.equals(lead.owner()))
                .findFirst()
                .orElse(actor.id() == null ? "" : actor.id());
    }
}
