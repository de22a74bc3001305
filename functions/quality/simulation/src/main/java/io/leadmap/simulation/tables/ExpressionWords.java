package io.leadmap.simulation.tables;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression of DynamoDB, word by word, with what its placeholders stand for. */
final class ExpressionWords {

    private static final Pattern WORD = Pattern.compile("\\s*(<=|>=|<>|[#:\\w.]+|[=<>(),])\\s*");

    private final List<String> words = new ArrayList<>();
    private final Map<String, String> names;
    private final Map<String, AttributeValue> values;
    private int at;

    ExpressionWords(
            String expression, Map<String, String> names, Map<String, AttributeValue> values) {
        this.names = names;
        this.values = values;
        Matcher matcher = WORD.matcher(expression);
        int end = 0;
        while (matcher.find()) {
            if (matcher.start() != end) {
                throw new UnsupportedOperationException(expression);
            }
            words.add(matcher.group(1));
            end = matcher.end();
        }
        if (end != expression.length()) {
            throw new UnsupportedOperationException(expression);
        }
    }

    boolean isOver() {
        return at == words.size();
    }

    /** Takes the next word if it is this one. */
    boolean takes(String word) {
        boolean same = !isOver() && words.get(at).equalsIgnoreCase(word);
        if (same) {
            at++;
        }
        return same;
    }

    void expect(String word) {
        if (!takes(word)) {
            throw new UnsupportedOperationException("no " + word + " in " + words);
        }
    }

    String next() {
        return words.get(at++);
    }

    /** The next word as the name of an attribute. */
    String name() {
        String word = next();
        return word.startsWith("#") ? Objects.requireNonNull(names.get(word), word) : word;
    }

    /** The next word as a value that was handed over. */
    AttributeValue value() {
        String word = next();
        return Objects.requireNonNull(values.get(word), word);
    }
}
