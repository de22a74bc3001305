package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Resolves CloudFormation's intrinsic functions. What a reference gives comes from {@link Names};
 * an unknown function, or a reference to nothing, is a miswiring at its path.
 */
final class Intrinsics {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(!?)([^}]*)}");

    private final ResourceNames names;
    private final JsonNode conditions;
    private final Honesty honesty;
    private final Map<String, Boolean> decided = new HashMap<>();
    private final Deque<String> deciding = new ArrayDeque<>();

    Intrinsics(ResourceNames names, JsonNode conditions, Honesty honesty) {
        this.names = names;
        this.conditions = conditions;
        this.honesty = honesty;
    }

    /** Whether this is a call of an intrinsic function, known or not. */
    static boolean isCall(JsonNode node) {
        if (!node.isObject() || node.size() != 1) {
            return false;
        }
        String name = node.fieldNames().next();
        return name.equals("Ref")
                || name.startsWith("Fn::")
                || (name.equals("Condition") && node.get(name).isTextual());
    }

    /** Everything below with its intrinsics replaced; adds what it cannot resolve. */
    JsonNode resolve(String path, JsonNode node, List<Miswiring> found) {
        try {
            if (isCall(node)) {
                return call(path, node, found);
            }
        } catch (MiswiredTemplate e) {
            found.addAll(e.miswirings());
            return TextNode.valueOf("?");
        }
        if (node.isObject()) {
            ObjectNode resolved = JSON.objectNode();
            node.properties()
                    .forEach(entry -> {
                        String at = path + "." + entry.getKey();
                        JsonNode value = resolve(at, entry.getValue(), found);
                        if (!value.isMissingNode()) {
                            resolved.set(entry.getKey(), value);
                        }
                    });
            return resolved;
        }
        if (node.isArray()) {
            ArrayNode resolved = JSON.arrayNode();
            for (int i = 0; i < node.size(); i++) {
                JsonNode value = resolve(path + "[" + i + "]", node.get(i), found);
                if (!value.isMissingNode()) {
                    resolved.add(value);
                }
            }
            return resolved;
        }
        return node;
    }

    private JsonNode call(String path, JsonNode node, List<Miswiring> found) {
        String name = node.fieldNames().next();
        JsonNode argument = node.get(name);
        if (!honesty.lists("Intrinsic functions", name)) {
            throw new MiswiredTemplate(
                    path, "the local runner does not know the intrinsic function " + name);
        }
        return switch (name) {
            case "Ref" ->
                    argument.asText().equals("AWS::NoValue")
                            ? MissingNode.getInstance()
                            : names.ref(path, text(path, argument));
            case "Fn::GetAtt" -> getAttribute(path, argument);
            case "Fn::Sub" -> substitute(path, argument, found);
            case "Fn::Join" -> join(path, argument, found);
            case "Fn::Select" -> select(path, argument, found);
            case "Fn::Split" -> split(path, argument, found);
            case "Fn::If" -> {
                need(path, argument, 3, name);
                boolean met = condition(path, text(path, argument.get(0)));
                JsonNode taken = resolve(path, argument.get(met ? 1 : 2), found);
                // The branch not taken is resolved too, for the references in it.
                resolve(path, argument.get(met ? 2 : 1), found);
                yield taken;
            }
            default -> JSON.booleanNode(holds(path, node));
        };
    }

    /** The value of a condition by its name. */
    boolean condition(String path, String name) {
        Boolean known = decided.get(name);
        if (known != null) {
            return known;
        }
        if (!conditions.has(name)) {
            throw new MiswiredTemplate(path, "there is no condition " + name);
        }
        if (deciding.contains(name)) {
            throw new MiswiredTemplate("Conditions." + name, "refers to itself");
        }
        deciding.push(name);
        boolean value = holds("Conditions." + name, conditions.get(name));
        deciding.pop();
        decided.put(name, value);
        return value;
    }

    private boolean holds(String path, JsonNode node) {
        String name = isCall(node) ? node.fieldNames().next() : "";
        JsonNode argument = node.path(name);
        return switch (name) {
            case "Condition" -> condition(path, text(path, argument));
            case "Fn::Not" -> !holds(path, argument.path(0));
            case "Fn::And" -> all(path, argument);
            case "Fn::Or" -> any(path, argument);
            case "Fn::Equals" -> {
                need(path, argument, 2, name);
                yield value(path, argument.get(0)).equals(value(path, argument.get(1)));
            }
            default -> throw new MiswiredTemplate(path, "is not a condition");
        };
    }

    private boolean all(String path, JsonNode parts) {
        boolean all = true;
        for (JsonNode part : parts) {
            all &= holds(path, part);
        }
        return all;
    }

    private boolean any(String path, JsonNode parts) {
        boolean any = false;
        for (JsonNode part : parts) {
            any |= holds(path, part);
        }
        return any;
    }

    private String value(String path, JsonNode node) {
        List<Miswiring> found = new java.util.ArrayList<>();
        JsonNode resolved = resolve(path, node, found);
        if (!found.isEmpty()) {
            throw new MiswiredTemplate(found);
        }
        return resolved.asText();
    }

    private JsonNode getAttribute(String path, JsonNode argument) {
        need(path, argument, 2, "Fn::GetAtt");
        return names.attribute(path, text(path, argument.get(0)), text(path, argument.get(1)));
    }

    private JsonNode substitute(String path, JsonNode argument, List<Miswiring> found) {
        JsonNode text = argument.isArray() ? argument.path(0) : argument;
        JsonNode own =
                argument.isArray()
                        ? resolve(path, argument.path(1), found)
                        : MissingNode.getInstance();
        Matcher variables = VARIABLE.matcher(text(path, text));
        String result =
                variables.replaceAll(match ->
                        Matcher.quoteReplacement(
                                match.group(1).isEmpty()
                                        ? variable(path, match.group(2), own)
                                        : "${" + match.group(2) + "}"));
        return TextNode.valueOf(result);
    }

    private String variable(String path, String name, JsonNode own) {
        if (own.has(name)) {
            return own.get(name).asText();
        }
        Optional<Integer> dot =
                Optional.of(name.indexOf('.')).filter(i -> i > 0 && !name.startsWith("AWS::"));
        return dot.map(i -> names.attribute(path, name.substring(0, i), name.substring(i + 1)))
                .orElseGet(() -> names.ref(path, name))
                .asText();
    }

    private JsonNode join(String path, JsonNode argument, List<Miswiring> found) {
        need(path, argument, 2, "Fn::Join");
        JsonNode parts = resolve(path, argument.get(1), found);
        return TextNode.valueOf(
                parts.valueStream()
                        .map(JsonNode::asText)
                        .collect(Collectors.joining(argument.get(0).asText())));
    }

    private JsonNode select(String path, JsonNode argument, List<Miswiring> found) {
        need(path, argument, 2, "Fn::Select");
        JsonNode chosen = resolve(path, argument.get(1), found).path(argument.get(0).asInt(-1));
        if (chosen.isMissingNode()) {
            throw new MiswiredTemplate(path, "Fn::Select: there is no item of that number");
        }
        return chosen;
    }

    private JsonNode split(String path, JsonNode argument, List<Miswiring> found) {
        need(path, argument, 2, "Fn::Split");
        ArrayNode parts = JSON.arrayNode();
        String text = resolve(path, argument.get(1), found).asText();
        for (String part : text.split(Pattern.quote(argument.get(0).asText()), -1)) {
            parts.add(part);
        }
        return parts;
    }

    private static void need(String path, JsonNode argument, int size, String name) {
        if (!argument.isArray() || argument.size() != size) {
            throw new MiswiredTemplate(path, name + " takes a list of " + size);
        }
    }

    private static String text(String path, JsonNode node) {
        if (!node.isTextual()) {
            throw new MiswiredTemplate(path, "a name must be a text");
        }
        return node.textValue();
    }
}
