package io.leadmap.html;

import org.owasp.html.HtmlSanitizer;
import org.owasp.html.HtmlStreamEventReceiver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** What a reader sees of sanitised HTML: the text/plain alternative of a mail. */
final class PlainText implements HtmlSanitizer.Policy, HtmlStreamEventReceiver {

    private static final Set<String> PARAGRAPHS =
            Set.of("p", "ul", "ol", "h1", "h2", "h3", "blockquote", "hr");
    private static final Set<String> LINES = Set.of("br", "div", "li");

    private final StringBuilder text = new StringBuilder();
    private final Deque<String> links = new ArrayDeque<>();

    private PlainText() {}

    /**
     * @param html sanitised
     */
    static String of(String html) {
        PlainText plain = new PlainText();
        HtmlSanitizer.sanitize(html, plain);
        return plain.text
                        .toString()
                        .replaceAll("[ \\t]+\\n", "\n")
                        .replaceAll("\\n{3,}", "\n\n")
                        .strip()
                + "\n";
    }

    @Override
    public void openDocument() {}

    @Override
    public void closeDocument() {}

    @Override
    public void openTag(String name, List<String> attributes) {
        breakBefore(name);
        if (name.equals("li")) {
            text.append("- ");
        } else if (name.equals("br")) {
            text.append('\n');
        } else if (name.equals("hr")) {
            text.append("--\n");
        } else if (name.equals("a")) {
            int href = attributes.indexOf("href");
            links.push(href < 0 ? "" : attributes.get(href + 1));
        }
    }

    @Override
    public void closeTag(String name) {
        if (name.equals("a") && !links.isEmpty()) {
            String link = links.pop();
            if (!link.isEmpty() && !text.toString().endsWith(link)) {
                text.append(" (").append(link).append(')');
            }
        }
        breakBefore(name);
    }

    @Override
    public void text(String words) {
        String folded = words.replaceAll("\\s+", " ");
        boolean atStart = text.isEmpty() || text.charAt(text.length() - 1) == '\n';
        text.append(atStart ? folded.stripLeading() : folded);
    }

    private void breakBefore(String name) {
        boolean paragraph = PARAGRAPHS.contains(name);
        if (text.isEmpty() || (!paragraph && (!LINES.contains(name) || name.equals("br")))) {
            return;
        }
        while (!text.toString().endsWith(paragraph ? "\n\n" : "\n")) {
            text.append('\n');
        }
    }
}
