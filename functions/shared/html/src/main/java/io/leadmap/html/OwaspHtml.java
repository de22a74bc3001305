package io.leadmap.html;

import io.leadmap.domain.macro.Placeholders;
import io.leadmap.domain.text.Digits;
import io.leadmap.ports.SafeHtml;

import org.jspecify.annotations.Nullable;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The small set of HTML that people write: paragraphs, lists, emphasis, links and web images
 * (domain section 5).
 */
public final class OwaspHtml implements SafeHtml {

    private static final Pattern PLACEHOLDER =
            Pattern.compile("\\{\\{([^{}|<>&\"]*)(?:\\|([^{}]*))?}}");

    /**
     * Stand for the unsubscribe link and for every other placeholder; taken out of what people
     * write.
     */
    private static final char LINK_MARK = '\uE000';

    private static final char MARK = '\uE001';

    private static final Pattern MARKED = Pattern.compile("([\uE000\uE001])([0-9]{1,6})\\1");

    private static final String LINK = "{{" + Placeholders.UNSUBSCRIBE_LINK + "}}";

    private final PolicyFactory policy =
            new HtmlPolicyBuilder()
                    .allowElements(
                            "p",
                            "br",
                            "div",
                            "span",
                            "b",
                            "strong",
                            "i",
                            "em",
                            "u",
                            "s",
                            "ul",
                            "ol",
                            "li",
                            "blockquote",
                            "h1",
                            "h2",
                            "h3",
                            "hr",
                            "a",
                            "img",
                            "table",
                            "thead",
                            "tbody",
                            "tr",
                            "td",
                            "th")
                    .allowUrlProtocols("https", "http", "mailto", "tel")
                    .allowAttributes("href", "title")
                    .matching(OwaspHtml::withoutValues)
                    .onElements("a")
                    .allowAttributes("src", "alt", "width", "height")
                    .matching(OwaspHtml::withoutValues)
                    .onElements("img")
                    .requireRelNofollowOnLinks()
                    .toFactory();

    /**
     * The sanitiser breaks up what other template engines would read, so ours are put aside. A link
     * may only be the unsubscribe link: every other value could be one that runs something.
     */
    @Override
    public String sanitise(String html) {
        List<String> aside = new ArrayList<>();
        String marked =
                PLACEHOLDER
                        .matcher(html.replaceAll("[\uE000\uE001]", ""))
                        .replaceAll(found -> {
                            aside.add(placeholder(found));
                            char mark = aside.getLast().equals(LINK) ? LINK_MARK : MARK;
                            return mark + Integer.toString(aside.size() - 1) + mark;
                        });
        return MARKED.matcher(policy.sanitize(marked))
                .replaceAll(found ->
                        Matcher.quoteReplacement(aside.get((int) Digits.known(found.group(2)))));
    }

    @Override
    public String plainText(String sanitised) {
        return PlainText.of(sanitised);
    }

    private String placeholder(MatchResult found) {
        String fallback = found.group(2);
        return "{{"
                + found.group(1)
                + (fallback == null ? "" : "|" + policy.sanitize(fallback))
                + "}}";
    }

    /** Takes an attribute out that would become what a placeholder stands for. */
    private static @Nullable String withoutValues(String element, String attribute, String value) {
        return value.indexOf(MARK) >= 0 ? null : value;
    }
}
