package io.leadmap.dynamodb;

import io.leadmap.application.json.Json;
import io.leadmap.application.json.JsonObject;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A commit as JSON in two parts. The names of people are sealed, their ids open; roles are not
 * kept.
 */
final class CommitJson {

    private static final Tree NOTHING = new Tree(Json.object().node());

    private CommitJson() {}

    /**
     * @param sealed an object whose members are numbered like the entries, and {@code actor}
     */
    record Parts(JsonNode open, JsonNode sealed) {}

    static Parts write(Commit commit) {
        Actor actor = commit.actor();
        JsonObject sealed = Json.object();
        if (actor.kind() == Actor.Kind.AGENT) {
            sealed.put("actor", actor.name());
        }
        List<JsonNode> entries = new ArrayList<>();
        for (Entry entry : commit.entries()) {
            EntryWriter.Parts parts = EntryWriter.write(entry);
            if (parts.sealed() != null) {
                sealed.put(Integer.toString(entries.size()), parts.sealed());
            }
            entries.add(parts.open());
        }
        JsonObject open =
                Json.object()
                        .putText("at", commit.at())
                        .put("by", actor.kind().name())
                        .putIfPresent("person", actor.id())
                        .put("cause", commit.cause().kind().name())
                        .put("reference", commit.cause().reference())
                        .put("configuration", commit.configuration())
                        .put("entries", JsonNode.createArrayNode(entries));
        return new Parts(open.node(), sealed.node());
    }

    static Commit read(long firstSeq, Tree open, Tree sealed) {
        List<Entry> entries = new ArrayList<>();
        for (Tree entry : open.list("entries", tree -> tree)) {
            String number = Integer.toString(entries.size());
            boolean says = sealed.isBlank() || sealed.has(number);
            entries.add(EntryReader.read(entry, says ? sealed.at(number) : NOTHING));
        }
        return new Commit(
                firstSeq,
                open.instant("at"),
                actor(open, sealed),
                new Cause(open.choice(Cause.Kind.class, "cause"), open.text("reference")),
                open.number("configuration"),
                entries);
    }

    private static Actor actor(Tree open, Tree sealed) {
        return switch (open.choice(Actor.Kind.class, "by")) {
            case AGENT -> Actor.person(open.text("person"), sealed.text("actor"), Set.of());
            case LEAD -> Actor.LEAD;
            case SYSTEM -> Actor.SYSTEM;
        };
    }
}
