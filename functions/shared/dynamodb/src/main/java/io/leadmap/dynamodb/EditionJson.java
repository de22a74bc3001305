package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Edition;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

/** When something was told, as JSON; nothing of it is personal. */
final class EditionJson {

    private EditionJson() {}

    static JsonNode write(Edition edition) {
        JsonObject json = Json.object();
        if (edition.version() != null) {
            json.put("version", edition.version());
        }
        if (edition.version() != null && edition.byTime()) {
            json.put("byTime", true);
        }
        return json.putText("time", edition.time())
                .putText("arrived", edition.arrivedAt())
                .put("event", edition.eventId())
                .node();
    }

    static Edition read(TrustingView json) {
        boolean numbered = json.has("version");
        return new Edition(
                numbered ? json.number("version") : null,
                !numbered || json.flag("byTime"),
                json.instant("time"),
                json.instant("arrived"),
                json.text("event"));
    }
}
