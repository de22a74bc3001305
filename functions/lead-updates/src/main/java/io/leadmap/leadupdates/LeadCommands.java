package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.LeadWriter;
import io.leadmap.leads.RehearsalLead;
import io.leadmap.leads.Writes;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.SafeHtml;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The calls that change a lead (section Leads of the API): each reads its body as one command. */
public final class LeadCommands implements Endpoint {

    private final LeadWriter writer;
    private final LeadAnswers answers;
    private final PhoneNumbers phones;
    private final SafeHtml html;

    public LeadCommands(
            LeadWriter writer, LeadAnswers answers, PhoneNumbers phones, SafeHtml html) {
        this.writer = writer;
        this.answers = answers;
        this.phones = phones;
        this.html = html;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.command("PATCH /leads/{id}", Access.AGENTS, this::edit)
                .command("POST /leads/{id}/status", Access.AGENTS, this::status)
                .command("POST /leads/{id}/owner", Access.AGENTS, this::owner)
                .command(
                        "POST /leads/{id}/transfer/accept",
                        Access.AGENTS,
                        call -> noted(call, Command.AcceptTransfer::new))
                .command(
                        "POST /leads/{id}/transfer/decline",
                        Access.AGENTS,
                        call -> noted(call, Command.DeclineTransfer::new))
                .command(
                        "POST /leads/{id}/transfer/withdraw",
                        Access.AGENTS,
                        call -> noted(call, Command.WithdrawTransfer::new))
                .command("POST /leads/{id}/release", Access.AGENTS, this::release)
                .command("POST /leads/{id}/calls", Access.AGENTS, this::call)
                .command("POST /leads/{id}/notes", Access.ANYBODY, this::note)
                .command(
                        "POST /leads/{id}/drips/{campaignId}",
                        Access.AGENTS,
                        call -> named(call, "campaignId", Command.EnrolDrip::new))
                .command(
                        "DELETE /leads/{id}/drips/{campaignId}",
                        Access.AGENTS,
                        call -> named(call, "campaignId", Command.StopDrip::new))
                .command("POST /leads/{id}/steps/{stepId}", Access.AGENTS, this::step)
                .command(
                        "POST /leads/{id}/tracks/{trackId}/open",
                        Access.AGENTS,
                        call -> named(call, "trackId", Command.OpenTrack::new))
                .command(
                        "POST /leads/{id}/tracks/{trackId}/reopen",
                        Access.AGENTS,
                        call -> named(call, "trackId", Command.ReopenTrack::new))
                .command("POST /leads/{id}/map", Access.AGENTS, this::changeMap)
                .command("POST /leads/{id}/map/close", Access.AGENTS, this::closeMap);
    }

    @Override
    public Samples samples() {
        return RehearsalLead.SAMPLES
                .with("PATCH /leads/{id}", "{\"comment\": \"x\"}")
                .with("POST /leads/{id}/calls", "{\"outcome\": \"reached\"}")
                .with("POST /leads/{id}/notes", "{\"html\": \"<p>x</p>\"}");
    }

    private HttpResponse edit(Call call) {
        JsonBody body = JsonBody.of(call.request());
        LeadFields fields = new LeadFields(phones, call.caller().practice());
        Map<FieldKey, Optional<FieldValue>> changes =
                fields.changes(body, List.of(FieldKey.DIVISION, FieldKey.SOURCE));
        LeadFields.AddressPatch address = LeadFields.AddressPatch.read(body);
        return run(
                call,
                body,
                now -> {
                    Map<FieldKey, Optional<FieldValue>> all = new LinkedHashMap<>(changes);
                    if (address != null) {
                        all.put(FieldKey.ADDRESS, address.onto(now));
                    }
                    return new Command.EditFields(all);
                });
    }

    private HttpResponse status(Call call) {
        JsonBody body = JsonBody.of(call.request());
        Status status = body.constant("status", Status.class);
        LossReason reason = lossReason(body);
        String comment = body.text("comment");
        if (body.node("status") == null) {
            body.missing("status");
        }
        return run(call, body, () -> new Command.SetStatus(present(status), reason, comment));
    }

    private HttpResponse owner(Call call) {
        JsonBody body = JsonBody.of(call.request());
        String owner = body.text("ownerId");
        boolean transfer = body.flag("transfer", false);
        if (!body.has("ownerId") || (transfer && owner == null)) {
            body.missing("ownerId");
        }
        return run(
                call,
                body,
                () ->
                        transfer
                                ? new Command.RequestTransfer(present(owner))
                                : new Command.ChangeOwner(owner));
    }

    /** A command that takes nothing but a note, if there is one. */
    private HttpResponse noted(Call call, Function<@Nullable String, Command> command) {
        JsonBody body = JsonBody.ofOptional(call.request());
        String note = body.text("note");
        return run(call, body, () -> command.apply(note));
    }

    /** A command that takes nothing but what its path names. */
    private HttpResponse named(Call call, String parameter, Function<String, Command> command) {
        JsonBody body = JsonBody.ofOptional(call.request());
        return run(call, body, () -> command.apply(call.request().path(parameter)));
    }

    private HttpResponse release(Call call) {
        JsonBody body = JsonBody.of(call.request());
        String as = body.requiredText("as");
        if (!as.isEmpty() && !as.equals("person") && !as.equals("spam")) {
            body.invalid("as", "person or spam is needed");
        }
        return run(call, body, () -> new Command.Release(as.equals("person")));
    }

    private HttpResponse call(Call call) {
        JsonBody body = JsonBody.of(call.request());
        ContactEntry.CallLogged.Outcome outcome =
                body.camel("outcome", ContactEntry.CallLogged.Outcome.class);
        String note = body.text("note");
        if (body.node("outcome") == null) {
            body.missing("outcome");
        }
        return run(call, body, () -> new Command.LogCall(present(outcome), note));
    }

    private HttpResponse note(Call call) {
        JsonBody body = JsonBody.of(call.request());
        String text = body.requiredText("html");
        String macro = body.text("macroId");
        return run(call, body, () -> new Command.AddNote(html.sanitise(text), macro));
    }

    private HttpResponse step(Call call) {
        JsonBody body = JsonBody.of(call.request());
        JsonNode value = body.node("value");
        if (!body.has("value")) {
            body.missing("value");
        } else if (value != null && !value.isBoolean()) {
            body.wrongType("value", "true completes a checkbox, null clears it");
        }
        String step = call.request().path("stepId");
        boolean done = value != null && value.isBoolean() && value.getBooleanValue();
        return run(
                call,
                body,
                () -> done ? new Command.CompleteStep(step) : new Command.ClearStep(step));
    }

    private HttpResponse changeMap(Call call) {
        JsonBody body = JsonBody.of(call.request());
        String map = body.requiredText("mapId");
        return run(call, body, () -> new Command.ChangeMap(map));
    }

    private HttpResponse closeMap(Call call) {
        JsonBody body = JsonBody.of(call.request());
        String outcome = body.requiredText("outcome");
        if (!outcome.isEmpty() && !outcome.equals("won") && !outcome.equals("lost")) {
            body.invalid("outcome", "won or lost is needed");
        }
        LossReason reason = lossReason(body);
        String comment = body.text("comment");
        return run(
                call,
                body,
                () ->
                        new Command.CloseMap(
                                outcome.equals("won") ? MapRun.Outcome.WON : MapRun.Outcome.LOST,
                                reason,
                                comment));
    }

    private HttpResponse run(Call call, JsonBody body, Supplier<Command> command) {
        return run(call, body, now -> command.get());
    }

    /** Runs a command that depends on what the lead is now, unless the body is wrong. */
    private HttpResponse run(Call call, JsonBody body, Function<Lead, Command> command) {
        return body.then(() ->
                call.withLead(lead ->
                        Writes.read(
                                call,
                                request ->
                                        answers.written(
                                                call, writer.write(request, lead, command)))));
    }

    private static @Nullable LossReason lossReason(JsonBody body) {
        String id = body.givenText("lossReason");
        return id == null ? null : new LossReason(id);
    }

    /** A value whose absence was answered before. */
    private static <T> T present(@Nullable T value) {
        if (value == null) {
            throw new IllegalStateException("a body that lacks a value goes no further");
        }
        return value;
    }
}
