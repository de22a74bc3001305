package io.leadmap.dynamodb;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A commit as JSON in two parts. The names of people are sealed, their ids open; roles are not
 * kept.
 */
final class CommitJson {

    private static final TrustingView NOTHING = new TrustingView(Json.object().node());

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
        if (!commit.triggers().isEmpty()) {
            open.put("triggers", triggers(commit));
        }
        return new Parts(open.node(), sealed.node());
    }

    static Commit read(long firstSeq, TrustingView open, TrustingView sealed) {
        List<Entry> entries = new ArrayList<>();
        for (TrustingView entry : open.list("entries", tree -> tree)) {
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
                entries,
                triggers(open));
    }

    /** Each trigger with the places of the entries that it led to. */
    private static JsonNode triggers(Commit commit) {
        Map<Trigger.Key, List<JsonNode>> places = new LinkedHashMap<>();
        commit.triggers()
                .forEach((place, trigger) ->
                        places.computeIfAbsent(trigger, t -> new ArrayList<>())
                                .add(JsonNode.createNumberNode((long) place)));
        List<JsonNode> triggers = new ArrayList<>();
        places.forEach((trigger, entries) ->
                triggers.add(
                        Json.object()
                                .put("anchor", TriggerJson.anchor(trigger.anchor()))
                                .put("trigger", trigger.id())
                                .put("entries", JsonNode.createArrayNode(entries))
                                .node()));
        return JsonNode.createArrayNode(triggers);
    }

    private static SortedMap<Integer, Trigger.Key> triggers(TrustingView open) {
        SortedMap<Integer, Trigger.Key> triggers = new TreeMap<>();
        for (TrustingView tree : open.list("triggers", each -> each)) {
            Trigger.Key key =
                    new Trigger.Key(TriggerJson.anchor(tree.at("anchor")), tree.text("trigger"));
            tree.list("entries", TrustingView::integer).forEach(place -> triggers.put(place, key));
        }
        return triggers;
    }

    private static Actor actor(TrustingView open, TrustingView sealed) {
        return switch (open.choice(Actor.Kind.class, "by")) {
            case AGENT -> Actor.person(open.text("person"), sealed.text("actor"), Set.of());
            case LEAD -> Actor.LEAD;
            case SYSTEM -> Actor.SYSTEM;
        };
    }
}
