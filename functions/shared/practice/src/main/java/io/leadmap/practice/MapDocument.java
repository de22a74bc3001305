package io.leadmap.practice;

import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Step;
import io.leadmap.domain.practice.LeadMap.Track;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.text.Words;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;
import io.micronaut.json.tree.JsonNode;

/** Lead maps. */
final class MapDocument extends VersionedDocument<LeadMap> {

    MapDocument() {
        super("maps", Practice::maps, PracticeEdit::maps, LeadMap::id, LeadMap::version);
    }

    @Override
    LeadMap read(StrictView f) {
        return new LeadMap(
                Ids.read(f),
                f.number("version", 1, 1, 1_000_000),
                f.requiredText("name"),
                f.text("colour", ""),
                f.objects("tracks").stream().map(MapDocument::track).toList());
    }

    private static Track track(StrictView f) {
        return new Track(
                Ids.read(f),
                f.requiredText("name"),
                f.objects("steps").stream().map(MapDocument::step).toList());
    }

    private static Step step(StrictView f) {
        return new Step(
                Ids.read(f),
                f.requiredText("name"),
                f.text("description", ""),
                f.flag("required", true));
    }

    @Override
    JsonObject write(LeadMap m) {
        return Json.object()
                .put("id", m.id())
                .put("version", m.version())
                .put("name", m.name())
                .put("colour", m.colour())
                .put("tracks", m.tracks(), MapDocument::track);
    }

    private static JsonNode track(Track t) {
        return Json.object()
                .put("id", t.id())
                .put("name", t.name())
                .put("steps", t.steps(), MapDocument::step)
                .node();
    }

    private static JsonNode step(Step s) {
        return Json.object()
                .put("id", s.id())
                .put("name", s.name())
                .put("description", s.description())
                .put("required", s.required())
                .node();
    }

    @Override
    void check(Practice practice, Faults faults) {
        super.check(practice, faults);
        faults.unique(name(), practice.maps(), m -> Words.comparisonForm(m.name()));
    }

    @Override
    void check(Practice practice, LeadMap map, String at, Faults faults) {
        if (map.tracks().isEmpty()) {
            faults.add(at + ".tracks", "a map needs a track");
        }
        faults.unique(at + ".tracks", map.tracks(), Track::id);
        faults.unique(
                at + ".tracks (steps)",
                map.tracks().stream().flatMap(t -> t.steps().stream()).toList(),
                Step::id);
    }
}
