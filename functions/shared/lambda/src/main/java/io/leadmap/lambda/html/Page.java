package io.leadmap.lambda.html;

import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.html.Html.Tag;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A whole page, for people and without JavaScript.
 *
 * @param practice whose page it is, empty if nobody's
 */
public record Page(String title, String practice, Html content) {

    /** The HTML document. */
    public String render() {
        Html document =
                Tag.HTML
                        .of(
                                Tag.HEAD.of(
                                        Tag.META.of().with("charset", "utf-8"),
                                        Tag.META
                                                .of()
                                                .with("name", "viewport")
                                                .with(
                                                        "content",
                                                        "width=device-width, initial-scale=1"),
                                        Tag.META
                                                .of()
                                                .with("name", "robots")
                                                .with("content", "noindex"),
                                        Tag.TITLE.of(
                                                practice.isEmpty()
                                                        ? title
                                                        : title + " · " + practice),
                                        new Html.Style(StyleSheet.PAGES)),
                                Tag.BODY.of(
                                        Tag.MAIN.of(
                                                Tag.DIV
                                                        .of(
                                                                practice.isEmpty()
                                                                        ? Html.none()
                                                                        : Tag.P.of(practice)
                                                                                .with(
                                                                                        "class",
                                                                                        "practice"),
                                                                Tag.H1.of(title),
                                                                content)
                                                        .with("class", "card"))))
                        .with("lang", "en");
        return "<!doctype html>\n" + document.render();
    }

    /**
     * The page as an answer.
     *
     * @param framedBy web origins besides our own
     */
    public HttpResponse response(int status, List<String> framedBy) {
        return new HttpResponse(
                status, headers(framedBy), render().getBytes(StandardCharsets.UTF_8));
    }

    /**
     * Headers for a page: nothing is loaded, nothing runs, and only these sites may put it into a
     * frame.
     *
     * @param framedBy web origins besides our own
     */
    public static Map<String, String> headers(List<String> framedBy) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("Content-Type", "text/html; charset=utf-8");
        headers.put(
                "Content-Security-Policy",
                "default-src 'none'; style-src '"
                        + StyleSheet.PAGES.hash()
                        + "'; base-uri 'none'; frame-ancestors 'self'"
                        + (framedBy.isEmpty() ? "" : " " + String.join(" ", framedBy)));
        headers.put("X-Content-Type-Options", "nosniff");
        // Not "no-referrer": browsers would then post the form with "Origin: null", which says
        // nothing about where it comes from.
        headers.put("Referrer-Policy", "strict-origin-when-cross-origin");
        headers.put("Cache-Control", "no-store");
        return headers;
    }
}
