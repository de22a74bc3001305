package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The Parameters section with the runner's values or the defaults. */
final class Parameters {
    private final Map<String, JsonNode> values = new LinkedHashMap<>();

    Parameters(JsonNode section, Map<String, String> given, List<Miswiring> found) {
        section.properties()
                .forEach(entry -> {
                    String path = "Parameters." + entry.getKey();
                    JsonNode declared = entry.getValue();
                    String value = given.get(entry.getKey());
                    if (value == null && declared.has("Default")) {
                        value = declared.get("Default").asText();
                    }
                    if (value == null) {
                        found.add(
                                new Miswiring(
                                        path, "has no default and the runner has no value for it"));
                        value = "?";
                    } else {
                        check(path, declared, value, found);
                    }
                    values.put(
                            entry.getKey(),
                            ResourceNames.parameter(declared.path("Type").asText(), value));
                });
    }

    private static void check(String path, JsonNode declared, String value, List<Miswiring> found) {
        JsonNode allowed = declared.path("AllowedValues");
        if (allowed.isArray()
                && allowed.valueStream().noneMatch(item -> item.asText().equals(value))) {
            found.add(new Miswiring(path, "'" + value + "' is not among its allowed values"));
        }
        JsonNode pattern = declared.path("AllowedPattern");
        if (pattern.isTextual() && !value.matches(pattern.textValue())) {
            found.add(new Miswiring(path, "'" + value + "' does not match its pattern"));
        }
    }

    Map<String, JsonNode> values() {
        return values;
    }
}
