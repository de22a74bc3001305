package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in the resolved template, with its path for messages.
 *
 * @param path where it stands
 * @param node what stands there; a missing node when nothing does
 */
record Element(String path, JsonNode node) {

    Element child(String name) {
        return new Element(path + "." + name, node.path(name));
    }

    boolean exists() {
        return !node.isMissingNode() && !node.isNull();
    }

    Element required(String name) {
        Element child = child(name);
        if (!child.exists()) {
            throw wrong(name + " is missing");
        }
        return child;
    }

    String text() {
        if (!node.isValueNode() || node.isNull()) {
            throw wrong("must be a text");
        }
        return node.asText();
    }

    Optional<String> optionalText(String name) {
        return child(name).exists() ? Optional.of(child(name).text()) : Optional.empty();
    }

    int integer() {
        try {
            return Integer.parseInt(text());
        } catch (NumberFormatException e) {
            throw wrong("must be a whole number, not '" + text() + "'");
        }
    }

    int integer(String name, int otherwise) {
        return child(name).exists() ? child(name).integer() : otherwise;
    }

    boolean flag(String name, boolean otherwise) {
        Element child = child(name);
        if (!child.exists()) {
            return otherwise;
        }
        return switch (child.text()) {
            case "true" -> true;
            case "false" -> false;
            default -> throw child.wrong("must be true or false");
        };
    }

    /** The items of a list; a single value counts as a list of one, as IAM has it. */
    List<Element> items() {
        if (!exists()) {
            return List.of();
        }
        if (!node.isArray()) {
            return List.of(this);
        }
        List<Element> items = new ArrayList<>();
        for (int i = 0; i < node.size(); i++) {
            items.add(new Element(path + "[" + i + "]", node.get(i)));
        }
        return items;
    }

    List<String> texts() {
        return items().stream().map(Element::text).toList();
    }

    Map<String, Element> entries() {
        if (exists() && !node.isObject()) {
            throw wrong("must be a mapping");
        }
        Map<String, Element> entries = new LinkedHashMap<>();
        node.fieldNames().forEachRemaining(name -> entries.put(name, child(name)));
        return entries;
    }

    MiswiredTemplate wrong(String message) {
        return new MiswiredTemplate(path, message);
    }

    static Element missing(String path) {
        return new Element(path, MissingNode.getInstance());
    }
}
