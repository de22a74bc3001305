package io.leadmap.practice;

import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.StrictView;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Connections to a PMS, whose secrets are kept and never shown. */
final class ConnectionDocument extends ListedDocument<Connection> {

    ConnectionDocument() {
        super("connections", Practice::connections, PracticeEdit::connections, Connection::id);
    }

    @Override
    Connection read(StrictView f) {
        Map<String, String> locations = new LinkedHashMap<>();
        f.members("locations")
                .forEach((external, division) -> {
                    if (division.isString()) {
                        locations.put(external, division.getStringValue());
                    } else {
                        f.wrongType(
                                "locations." + external.toLowerCase(Locale.ROOT),
                                "a division's id is needed");
                    }
                });
        Instant startedAt = f.instant("startedAt");
        if (startedAt == null) {
            f.missing("startedAt");
            startedAt = Instant.EPOCH;
        }
        return new Connection(
                Ids.read(f), f.requiredText("provider"), f.texts("secrets"), locations, startedAt);
    }

    @Override
    JsonObject write(Connection c) {
        JsonObject locations = Json.object();
        new TreeMap<>(c.locations()).forEach(locations::put);
        return Json.object()
                .put("id", c.id())
                .put("provider", c.provider())
                .put("locations", locations)
                .putText("startedAt", c.startedAt());
    }

    @Override
    JsonObject keep(Connection c) {
        return write(c).putTexts("secrets", c.secrets());
    }

    @Override
    void check(Practice practice, Connection connection, String at, Faults faults) {
        connection
                .locations()
                .forEach((external, division) ->
                        faults.known(at + ".locations." + external, division, practice::division));
    }
}
