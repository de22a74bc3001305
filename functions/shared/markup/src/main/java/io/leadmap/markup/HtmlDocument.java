package io.leadmap.markup;

import io.leadmap.markup.Html.Tag;

/**
 * A whole document, for people and without JavaScript.
 *
 * @param title as a browser's tab shows it
 * @param style the only one that is applied
 * @param body what stands in it
 */
public record HtmlDocument(String title, StyleSheet style, Html body) {

    /** The HTML. */
    public String render() {
        Html html =
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
                                        Tag.TITLE.of(title),
                                        new Html.Style(style)),
                                Tag.BODY.of(body))
                        .with("lang", "en");
        return "<!doctype html>\n" + html.render();
    }
}
