package io.leadmap.local.http;

import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Element;
import io.leadmap.markup.Html.Tag;
import io.leadmap.markup.HtmlDocument;
import io.leadmap.markup.StyleSheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The runner's own pages: plain, readable without JavaScript, dark where wanted. */
final class LocalPage {
    private static final StyleSheet STYLE = new StyleSheet(css());

    private LocalPage() {}

    private static String css() {
        try (InputStream file = LocalPage.class.getResourceAsStream("pages.css")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A whole page below the head that all have. */
    static Response of(String title, Html... content) {
        Html head =
                Tag.HEADER.of(
                        Tag.NAV
                                .of(
                                        Tag.STRONG.of("Leadmap, on this machine"),
                                        link("/", "Start"),
                                        link("/_local/mail", "Mailbox"),
                                        link("/_local/clock", "Clock"))
                                .with("aria-label", "Leadmap"));
        Html body = Html.all(List.of(head, Tag.MAIN.of(Tag.H1.of(title), pieces(content))));
        return Response.html(200, new HtmlDocument(title + " · Leadmap", STYLE, body).render());
    }

    static Html pieces(Html... pieces) {
        return Html.all(List.of(pieces));
    }

    static Element link(String path, String text) {
        return Tag.A.of(text).with("href", path);
    }

    /** Text that stands back. */
    static Element soft(Html... content) {
        return Tag.P.of(content).with("class", "soft");
    }

    static Element soft(String text) {
        return soft(Html.text(text));
    }

    /** A part of a page with its own heading. */
    static Element section(String title, Html... content) {
        return Tag.SECTION.of(Tag.H2.of(title), pieces(content));
    }

    /** A form that posts. */
    static Element form(String path, Html... content) {
        return Tag.FORM.of(content).with("method", "post").with("action", path);
    }

    /** A line of a table that its first cell is the heading of. */
    static Element row(String heading, Html cell) {
        return Tag.TR.of(Tag.TH.of(heading).with("scope", "row"), Tag.TD.of(cell));
    }

    /** A time for people, in UTC. */
    static Html time(Instant at) {
        String text = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return Tag.TIME.of(text.replace("T", " ").replace("Z", "") + " UTC").with("datetime", text);
    }

    /** A list of links and what else stands in a line. */
    static Element list(List<? extends Html> lines) {
        List<Html> items = new ArrayList<>();
        lines.forEach(line -> items.add(Tag.LI.of(line)));
        return Tag.UL.of(Html.all(items));
    }
}
