package io.leadmap.local.http;

import static io.leadmap.local.http.LocalPage.form;
import static io.leadmap.local.http.LocalPage.soft;
import static io.leadmap.local.http.LocalPage.time;

import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Tag;

import java.time.Instant;
import java.util.Optional;

/**
 * What time it is, and how to make it later.
 *
 * @param next when something is due next
 */
record ClockPage(Instant now, Optional<Instant> next) {

    Response response() {
        return LocalPage.of(
                "Clock",
                Tag.SECTION.of(
                        Tag.P.of(Html.text("It is "), Tag.STRONG.of(time(now)), Html.text(".")),
                        next.map(at ->
                                        soft(
                                                Html.text("Something is due next at "),
                                                time(at),
                                                Html.text(".")))
                                .orElseGet(() -> soft("Nothing is due.")),
                        form(
                                "/_local/clock",
                                Tag.LABEL.of(
                                        Html.text("Move forward by "),
                                        Tag.INPUT
                                                .of()
                                                .with("name", "advance")
                                                .with("value", "P1D")
                                                .with("pattern", "P.+")
                                                .when(true, "required")),
                                Tag.BUTTON.of("Move")),
                        soft(
                                "P2DT3H is two days and three hours, PT15M a quarter of an hour."
                                        + " Everything that becomes due in between runs, in order,"
                                        + " before the page comes back.")));
    }
}
