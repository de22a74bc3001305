package io.leadmap.template;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * The two lists of what the runner makes of a template: {@code enforced.txt} and {@code
 * knowingly-not-shown.txt} beside this class. What stands in neither stops the start.
 */
public final class Honesty {
    private static final Pattern INDEX = Pattern.compile("\\[\\d+]");

    private final Map<String, List<Rule>> rules = new LinkedHashMap<>();

    private Honesty() {}

    /** The lists as they are shipped. */
    public static Honesty shipped() {
        Honesty honesty = new Honesty();
        honesty.read("enforced.txt");
        honesty.read("knowingly-not-shown.txt");
        return honesty;
    }

    private record Rule(Pattern path, Set<String> values, boolean deep) {}

    /** Whether the lists have a section for a kind of resource, event or part. */
    boolean knows(String kind) {
        return rules.containsKey(kind);
    }

    /** Whether a name stands in a section, as the intrinsic functions do. */
    boolean lists(String kind, String name) {
        return rules.getOrDefault(kind, List.of()).stream()
                .anyMatch(rule -> rule.path().matcher(name).matches());
    }

    /**
     * Adds a miswiring for every place below {@code element} that stands in no list of this kind.
     * Intrinsics are left to {@link Intrinsics}: the check looks through {@code Fn::If} and at no
     * other.
     */
    void check(String kind, Element element, List<Miswiring> found) {
        element.entries().values().forEach(child -> walk(kind, element.path(), child, found));
    }

    private void walk(String kind, String base, Element element, List<Miswiring> found) {
        JsonNode node = element.node();
        if (Intrinsics.isCall(node)) {
            if (node.has("Fn::If")) {
                JsonNode branches = node.get("Fn::If");
                for (int i = 1; i < branches.size(); i++) {
                    walk(kind, base, new Element(element.path(), branches.get(i)), found);
                }
                return;
            }
            checkPlace(kind, base, element, null, found);
        } else if (node.isContainerNode() && covers(kind, base, element)) {
            // Listed with everything below.
            return;
        } else if (node.isObject() && !node.isEmpty()) {
            element.entries().values().forEach(child -> walk(kind, base, child, found));
        } else if (node.isArray()) {
            element.items().forEach(child -> walk(kind, base, child, found));
        } else {
            checkPlace(kind, base, element, node.isValueNode() ? node.asText() : null, found);
        }
    }

    /** Whether a rule that ends in ** takes everything from here. */
    private boolean covers(String kind, String base, Element element) {
        String path = relative(base, element.path()) + ".\u0000";
        return rules.getOrDefault(kind, List.of()).stream()
                .anyMatch(rule -> rule.deep() && rule.path().matcher(path).matches());
    }

    private void checkPlace(
            String kind,
            String base,
            Element element,
            @Nullable String value,
            List<Miswiring> found) {
        String path = relative(base, element.path());
        List<Rule> matching =
                rules.getOrDefault(kind, List.of()).stream()
                        .filter(rule -> rule.path().matcher(path).matches())
                        .toList();
        if (matching.isEmpty()) {
            found.add(
                    new Miswiring(
                            element.path(),
                            "the local runner neither enforces this nor knowingly leaves it aside ("
                                    + kind
                                    + " "
                                    + path
                                    + ")"));
        } else if (value != null
                && matching.stream()
                        .noneMatch(r -> r.values().isEmpty() || r.values().contains(value))) {
            found.add(
                    new Miswiring(
                            element.path(),
                            "'" + value + "' is not among " + matching.getFirst().values()));
        }
    }

    private static String relative(String base, String path) {
        return INDEX.matcher(path.substring(base.length() + 1)).replaceAll("[]");
    }

    private void read(String file) {
        String kind = "";
        for (String raw : lines(file)) {
            String line = raw.startsWith("#") ? "" : raw.split(" -- ", 2)[0].strip();
            if (line.startsWith("[")) {
                kind = line.substring(1, line.length() - 1);
                rules.computeIfAbsent(kind, k -> new ArrayList<>());
            } else if (!line.isEmpty()) {
                String[] parts = line.split(" = ", 2);
                Set<String> values =
                        parts.length == 1 ? Set.of() : Set.of(parts[1].strip().split(" \\| "));
                Objects.requireNonNull(rules.get(kind))
                        .add(
                                new Rule(
                                        pattern(parts[0].strip()),
                                        values,
                                        parts[0].strip().endsWith("**")));
            }
        }
    }

    /** * is one name, ** anything; a list of plain values may stand where a value may. */
    private static Pattern pattern(String path) {
        StringBuilder regex = new StringBuilder();
        for (String part : path.split("(?<=\\*\\*)|(?=\\*\\*)", -1)) {
            regex.append(
                    part.equals("**") ? ".+" : Pattern.quote(part).replace("*", "\\E[^.\\[]+\\Q"));
        }
        return Pattern.compile(regex + "(\\[])?");
    }

    private static List<String> lines(String file) {
        try (InputStream in = Honesty.class.getResourceAsStream(file)) {
            return new String(
                            Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
