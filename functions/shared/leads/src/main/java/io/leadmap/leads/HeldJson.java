package io.leadmap.leads;

import io.leadmap.domain.lead.HeldTrigger;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.micronaut.json.tree.JsonNode;

/** A trigger that waits for its lead's reinstatement, as the API shows it. */
public final class HeldJson {

    private HeldJson() {}

    public static JsonNode of(HeldTrigger held, Practice practice) {
        return EntryJson.trigger(Json.object(), held.trigger(), held.actions(), practice)
                .putText("since", held.since())
                .node();
    }
}
