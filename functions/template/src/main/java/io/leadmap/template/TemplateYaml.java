package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

import java.util.Optional;

/**
 * Turns YAML with CloudFormation's short tags into one tree in which {@code !Ref X} reads {@code
 * {"Ref": "X"}} and {@code !Sub X} reads {@code {"Fn::Sub": "X"}}.
 */
final class TemplateYaml {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private TemplateYaml() {}

    static JsonNode read(String yaml) {
        try {
            Optional<Node> root = new Compose(LoadSettings.builder().build()).composeString(yaml);
            if (root.isEmpty() || !(root.get() instanceof MappingNode)) {
                throw new MiswiredTemplate("template.yaml", "is not a mapping of sections");
            }
            return convert(root.get());
        } catch (YamlEngineException e) {
            throw new MiswiredTemplate("template.yaml", "is not YAML: " + e.getMessage());
        }
    }

    private static JsonNode convert(Node node) {
        String tag = node.getTag().getValue();
        return tag.startsWith("!") ? intrinsic(tag.substring(1), node) : plain(node);
    }

    private static JsonNode intrinsic(String name, Node node) {
        ObjectNode call = JSON.objectNode();
        JsonNode argument = plain(node);
        switch (name) {
            case "Ref", "Condition" -> call.set(name, argument);
            case "GetAtt" -> call.set("Fn::GetAtt", attribute(argument));
            default -> call.set("Fn::" + name, argument);
        }
        return call;
    }

    private static JsonNode attribute(JsonNode argument) {
        if (!argument.isTextual()) {
            return argument;
        }
        String[] parts = argument.textValue().split("\\.", 2);
        ArrayNode pair = JSON.arrayNode().add(parts[0]);
        return parts.length == 2 ? pair.add(parts[1]) : pair;
    }

    private static JsonNode plain(Node node) {
        return switch (node) {
            case MappingNode mapping -> mapping(mapping);
            case SequenceNode sequence -> {
                ArrayNode array = JSON.arrayNode();
                sequence.getValue().forEach(item -> array.add(convert(item)));
                yield array;
            }
            case ScalarNode scalar -> scalar(scalar);
            default ->
                    throw new MiswiredTemplate(at(node.getStartMark()), "is not understood here");
        };
    }

    private static ObjectNode mapping(MappingNode mapping) {
        ObjectNode object = JSON.objectNode();
        for (NodeTuple entry : mapping.getValue()) {
            if (!(entry.getKeyNode() instanceof ScalarNode key)) {
                throw new MiswiredTemplate(
                        at(entry.getKeyNode().getStartMark()), "a key must be a plain word");
            }
            if (object.has(key.getValue())) {
                throw new MiswiredTemplate(
                        at(key.getStartMark()), "'" + key.getValue() + "' is there twice");
            }
            object.set(key.getValue(), convert(entry.getValueNode()));
        }
        return object;
    }

    private static JsonNode scalar(ScalarNode scalar) {
        String text = scalar.getValue();
        String tag = scalar.getTag().getValue();
        if (tag.equals(Tag.INT.getValue())) {
            return JSON.numberNode(Long.decode(text));
        }
        if (tag.equals(Tag.FLOAT.getValue())) {
            return JSON.numberNode(Double.parseDouble(text));
        }
        if (tag.equals(Tag.BOOL.getValue())) {
            return JSON.booleanNode(Boolean.parseBoolean(text));
        }
        return tag.equals(Tag.NULL.getValue()) ? JSON.nullNode() : JSON.textNode(text);
    }

    private static String at(Optional<Mark> mark) {
        return mark.map(m -> "template.yaml line " + (m.getLine() + 1)).orElse("template.yaml");
    }
}
