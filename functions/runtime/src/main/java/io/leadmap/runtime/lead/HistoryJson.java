package io.leadmap.runtime.lead;

import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.application.json.Names;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.List;

/** The history as the API shows it: one item for each entry, with who did it, when and why. */
final class HistoryJson {

    private HistoryJson() {}

    /** An entry with its number in the lead's history. */
    record Numbered(long seq, Commit commit, Entry entry) {

        JsonNode node() {
            JsonObject json =
                    Json.object()
                            .put("seq", seq)
                            .putText("at", commit.at())
                            .put("actor", actor(commit.actor()))
                            .put(
                                    "cause",
                                    Json.object()
                                            .put("kind", Names.camel(commit.cause().kind()))
                                            .put("reference", commit.cause().reference()));
            return EntryJson.add(json, entry).node();
        }
    }

    /** The entries of a history, oldest first. */
    static List<Numbered> entries(List<Commit> history) {
        List<Numbered> entries = new ArrayList<>();
        for (Commit commit : history) {
            long seq = commit.firstSeq();
            for (Entry entry : commit.entries()) {
                entries.add(new Numbered(seq++, commit, entry));
            }
        }
        return entries;
    }

    static JsonObject actor(Actor actor) {
        JsonObject json = Json.object().put("kind", Names.camel(actor.kind()));
        return json.putIfPresent("id", actor.id()).put("name", actor.name());
    }
}
