package io.leadmap.leads;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The history as the API shows it: one item for each entry, with who did it, when and why. */
public final class HistoryJson {

    private HistoryJson() {}

    /** An entry with its number in the lead's history. */
    public record Numbered(long seq, Commit commit, Entry entry, Map<EmailId, String> subjects) {

        /** As the API shows it, with the names that the practice has now. */
        public JsonNode node(Practice practice) {
            JsonObject json =
                    Json.object()
                            .put("seq", seq)
                            .putText("at", commit.at())
                            .put("actor", actor(entry.isBySystem() ? Actor.SYSTEM : commit.actor()))
                            .put("cause", cause(practice));
            if (entry instanceof MailEntry mail) {
                // What became of a mail is told of its subject, too (section Leads of the API);
                // an entry with a subject of its own replaces it.
                json.put("subject", subjects.get(mail.emailId()));
            }
            return EntryJson.add(json, entry, practice).node();
        }

        /** What led to it; a trigger is named by anchor and id, its name is looked up. */
        private JsonObject cause(Practice practice) {
            Trigger.Key trigger = commit.triggers().get((int) (seq - commit.firstSeq()));
            return trigger == null
                    ? Json.object()
                            .put("kind", Names.camel(commit.cause().kind()))
                            .put("reference", commit.cause().reference())
                    : Json.object()
                            .put("kind", "trigger")
                            .put("reference", trigger.id())
                            .put("anchor", EntryJson.anchor(trigger.anchor()))
                            .put("name", EntryJson.name(trigger, practice));
        }
    }

    /** The entries of a history, oldest first. */
    public static List<Numbered> entries(List<Commit> history) {
        List<Numbered> entries = new ArrayList<>();
        Map<EmailId, String> subjects = new HashMap<>();
        for (Commit commit : history) {
            long seq = commit.firstSeq();
            for (Entry entry : commit.entries()) {
                if (entry instanceof MailEntry.EmailQueued queued) {
                    subjects.put(queued.emailId(), queued.subject());
                }
                entries.add(new Numbered(seq++, commit, entry, subjects));
            }
        }
        return entries;
    }

    /** Who did something, under the name that they had then. */
    public static JsonObject actor(Actor actor) {
        JsonObject json = Json.object().put("kind", Names.camel(actor.kind()));
        return json.putIfPresent("id", actor.id()).put("name", actor.name());
    }
}
