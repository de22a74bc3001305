package io.leadmap.leads;

import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.lambda.Problem;
import io.micronaut.json.tree.JsonNode;

import java.util.List;
import java.util.Optional;

/** What a command would do, with nothing stored (section Conventions of the API). */
final class DryRunJson {

    private DryRunJson() {}

    static JsonObject of(Decision decision, Practice practice) {
        return switch (decision) {
            case Decision.Refused(var refusal) ->
                    plan(practice, List.of(), List.of(), List.of(), Optional.empty())
                            .put("refused", Problem.of(refusal).node());
            case Decision.Unchanged(var lead) ->
                    plan(practice, List.of(), List.of(), List.of(), Optional.of(lead));
            case Decision.Accepted accepted ->
                    plan(
                            practice,
                            accepted.commit().entries(),
                            accepted.mails(),
                            accepted.todos(),
                            Optional.of(accepted.after()));
        };
    }

    private static JsonObject plan(
            Practice practice,
            List<Entry> entries,
            List<Email> mails,
            List<ToDo> todos,
            Optional<Lead> after) {
        return Json.object()
                .put(
                        "entries",
                        entries,
                        entry -> EntryJson.add(Json.object(), entry, practice).node())
                .put(
                        "mail",
                        mails,
                        mail ->
                                Json.object()
                                        .put("kind", Names.camel(mail.kind()))
                                        .put("campaignId", mail.campaignId())
                                        .node())
                .put(
                        "todos",
                        todos,
                        todo ->
                                Json.object()
                                        .put("assigneeId", todo.assignee())
                                        .put("text", todo.text())
                                        .node())
                .put(
                        "drips",
                        after.map(lead -> lead.drips().live()).orElse(List.of()),
                        run -> JsonNode.createStringNode(run.campaignId()))
                .putTexts(
                        "irreversible",
                        entries.stream()
                                .filter(DryRunJson::isIrreversible)
                                .map(entry -> entry.type().apiName())
                                .distinct()
                                .toList());
    }

    /** What cannot be undone and is asked first (domain section 3). */
    private static boolean isIrreversible(Entry entry) {
        return entry instanceof MailEntry.EmailQueued
                || entry instanceof TriggerEntry.TriggerFired
                || entry instanceof DripEntry.DripStopped
                || entry instanceof MailEntry.EmailSkipped
                || entry instanceof MapEntry.TrackClosed;
    }
}
