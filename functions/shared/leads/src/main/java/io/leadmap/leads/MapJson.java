package io.leadmap.leads;

import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.map.MapProgress;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;

/** A lead's way through its map (domain section 4). */
final class MapJson {

    private MapJson() {}

    /** Null for a lead that is in no map. */
    static @Nullable JsonObject of(Lead lead, Practice practice) {
        MapRun run = lead.map();
        if (run == null) {
            return null;
        }
        Optional<LeadMap> map = practice.map(run.mapId());
        JsonObject json =
                Json.object()
                        .put("id", run.mapId())
                        .put("name", map.map(LeadMap::name).orElse(run.mapId()))
                        .put("version", run.version())
                        .put("outcome", run.outcome() == null ? null : Names.camel(run.outcome()))
                        .put(
                                "readyToClose",
                                map.isPresent()
                                        && new MapProgress(map.get(), run).isReadyToClose());
        List<LeadMap.Track> tracks = map.map(LeadMap::tracks).orElse(List.of());
        return json.put("tracks", tracks, track -> track(track, run));
    }

    private static JsonNode track(LeadMap.Track track, MapRun run) {
        return Json.object()
                .put("id", track.id())
                .put("name", track.name())
                .put("kind", "standard")
                .put("state", Names.camel(run.state(track.id())))
                .put("steps", track.steps(), step -> step(step, run.state(track.id()), run))
                .node();
    }

    private static JsonNode step(LeadMap.Step step, TrackState track, MapRun run) {
        MapRun.StepDone done = run.steps().get(step.id());
        return Json.object()
                .put("id", step.id())
                .put("name", step.name())
                .put("description", step.description())
                .put("control", "checkbox")
                .putTexts("options", List.of())
                .put("required", step.required())
                .put("by", "agent")
                .put("state", done != null ? "done" : Names.camel(track))
                .put("value", done == null ? null : Values.field(done.value()))
                .putText("completedAt", done == null ? null : done.at())
                .put("completedBy", done == null ? null : done.by())
                .node();
    }
}
