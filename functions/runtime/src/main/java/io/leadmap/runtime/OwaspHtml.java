package io.leadmap.runtime;

import io.leadmap.application.SafeHtml;

import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/**
 * The small set of HTML that people write: paragraphs, lists, emphasis, links and web images
 * (domain section 5).
 */
public final class OwaspHtml implements SafeHtml {

    /**
     * What the sanitiser writes for two braces, so that no template engine reads them; ours must.
     */
    private static final String BROKEN_BRACES = "{<!-- -->{";

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
                    .onElements("a")
                    .allowAttributes("src", "alt", "width", "height")
                    .onElements("img")
                    .requireRelNofollowOnLinks()
                    .toFactory();

    @Override
    public String sanitise(String html) {
        return policy.sanitize(html).replace(BROKEN_BRACES, "{{");
    }
}
