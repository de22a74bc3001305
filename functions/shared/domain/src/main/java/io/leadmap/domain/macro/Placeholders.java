package io.leadmap.domain.macro;

import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.text.Line;
import io.leadmap.domain.text.Prose;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Resolves placeholders, {@code {{name}}} or {@code {{name|fallback}}}, in one pass: what a value
 * contains is never a placeholder itself (domain section 5).
 */
public final class Placeholders {

    /** The link that only exists when a mail is sent; it stays symbolic until then. */
    public static final String UNSUBSCRIBE_LINK = "unsubscribeLink";

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*)}}");

    private Placeholders() {}

    /** Where the text will stand. */
    public enum Form {
        /** Values are escaped; fallbacks are HTML already, as they stand in the sanitised text. */
        HTML,
        /** One line of plain text. */
        SUBJECT
    }

    /**
     * A text with its placeholders resolved.
     *
     * @param unknown names that mean nothing; they stay in the text
     * @param empty names without a value and without a fallback; nothing stands in their place
     */
    public record Rendered(String text, List<String> unknown, List<String> empty) {
        public Rendered {
            unknown = List.copyOf(unknown);
            empty = List.copyOf(empty);
        }
    }

    /** Resolves every placeholder of a text. */
    public static Rendered render(String template, Form form, PlaceholderValues values) {
        Set<String> unknown = new LinkedHashSet<>();
        Set<String> empty = new LinkedHashSet<>();
        String text =
                PLACEHOLDER
                        .matcher(template)
                        .replaceAll(found -> {
                            String name = name(found);
                            Optional<String> value = values.get(name);
                            if (value.isPresent()) {
                                return Matcher.quoteReplacement(
                                        form == Form.HTML ? html(value.get()) : value.get());
                            }
                            if (name.equals(UNSUBSCRIBE_LINK)) {
                                return Matcher.quoteReplacement("{{" + UNSUBSCRIBE_LINK + "}}");
                            }
                            if (!values.isKnown(name)) {
                                unknown.add(name);
                                return Matcher.quoteReplacement(found.group());
                            }
                            Optional<String> fallback = fallback(found);
                            if (fallback.isEmpty()) {
                                empty.add(name);
                            }
                            return Matcher.quoteReplacement(fallback.orElse(""));
                        });
        return new Rendered(
                form == Form.SUBJECT ? Line.of(text) : text,
                List.copyOf(unknown),
                List.copyOf(empty));
    }

    /** The names that stand in a text, in their order. */
    public static Set<String> names(String template) {
        Set<String> names = new LinkedHashSet<>();
        PLACEHOLDER.matcher(template).results().forEach(found -> names.add(name(found)));
        return names;
    }

    /** The names in a text that mean nothing in this practice; such a text cannot be saved. */
    public static List<String> unknown(String template, Practice practice) {
        return names(template).stream()
                .filter(name -> !PlaceholderValues.isKnown(practice, name))
                .toList();
    }

    private static String name(MatchResult found) {
        return Line.of(found.group(1).split("\\|", 2)[0]);
    }

    private static Optional<String> fallback(MatchResult found) {
        String[] parts = found.group(1).split("\\|", 2);
        return parts.length == 2 ? Optional.of(Prose.of(parts[1])) : Optional.empty();
    }

    /** Also hides braces, so that a value cannot pose as the unsubscribe link. */
    private static String html(String value) {
        return value.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;")
                .replace("{", "&#123;")
                .replace("}", "&#125;")
                .replaceAll("\\R", "<br>");
    }
}
