package io.leadmap.application.mail;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small set of HTML that people may write in mails, notes and macros (domain section 5);
 * everything else is taken out.
 */
public final class SafeHtml {

    private static final PolicyFactory POLICY =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "div",
                            "br",
                            "hr",
                            "b",
                            "strong",
                            "i",
                            "em",
                            "u",
                            "s",
                            "ul",
                            "ol",
                            "li",
                            "h1",
                            "h2",
                            "h3",
                            "blockquote",
                            "a")
                    .allowAttributes("href")
                    .onElements("a")
                    .allowUrlProtocols("https", "http", "mailto", "tel")
                    .toFactory();

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}|]*)(?:\\|([^{}]*))?}}");

    /**
     * Stands for a placeholder while the text is cleaned; nobody can write it, as it is not a
     * character.
     */
    private static final char MARK = '\uE000';

    private static final Pattern MARKED =
            Pattern.compile("\uE000([0-9]+)\uE000|%ee%80%80([0-9]+)%ee%80%80");

    private SafeHtml() {}

    /** Cleans text whose placeholders are resolved. */
    public static String clean(String html) {
        return POLICY.sanitize(html);
    }

    /** Cleans text with placeholders, which stay as they are; their fallbacks are cleaned. */
    public static String cleanTemplate(String html) {
        List<String> placeholders = new ArrayList<>();
        Matcher found = PLACEHOLDER.matcher(html.replace(String.valueOf(MARK), ""));
        String marked =
                found.replaceAll(m -> {
                    String fallback = m.group(2) == null ? "" : "|" + clean(m.group(2));
                    placeholders.add(
                            "{{" + m.group(1).replaceAll("[^A-Za-z0-9.: -]", "") + fallback + "}}");
                    return MARK + String.valueOf(placeholders.size() - 1) + MARK;
                });
        return MARKED.matcher(clean(marked))
                .replaceAll(m ->
                        Matcher.quoteReplacement(
                                placeholders.get(
                                        Integer.parseInt(
                                                m.group(1) == null ? m.group(2) : m.group(1)))));
    }
}
