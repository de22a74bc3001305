package io.leadmap.eventpublisher;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.ports.EventBus.Event;
import io.leadmap.ports.Histories.Appended;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/**
 * An entry as an event: what happened and when, by ids; described by {@code
 * events/schemas/history-entry.json}.
 */
final class PublishedEntry {

    private PublishedEntry() {}

    static List<Event> events(Appended appended) {
        Commit commit = appended.commit().commit();
        List<Event> events = new ArrayList<>();
        for (Entry entry : commit.entries()) {
            JsonObject cause = cause(commit, commit.triggers().get(events.size()));
            Actor by = entry.isBySystem() ? Actor.SYSTEM : commit.actor();
            JsonObject actor =
                    Json.object()
                            .put("kind", PublishedData.word(by.kind()))
                            .putIfPresent("id", by.id());
            JsonObject detail =
                    Json.object()
                            .putText("practice", appended.practice())
                            .putText("lead", appended.lead())
                            .put("seq", commit.firstSeq() + events.size())
                            .putText("at", commit.at())
                            .put("type", entry.type().apiName())
                            .put("actor", actor)
                            .put("cause", cause)
                            .put("configuration", commit.configuration())
                            .put("hash", appended.commit().hash())
                            .put("data", PublishedData.of(entry));
            events.add(new Event(entry.type().apiName(), commit.at(), Json.text(detail.node())));
        }
        return events;
    }

    private static JsonObject cause(Commit commit, Trigger.@Nullable Key trigger) {
        if (trigger == null) {
            return Json.object()
                    .put("kind", PublishedData.word(commit.cause().kind()))
                    .put("reference", commit.cause().reference());
        }
        return Json.object()
                .put("kind", "trigger")
                .put("reference", trigger.id())
                .put("anchor", PublishedData.anchor(trigger.anchor()));
    }
}
