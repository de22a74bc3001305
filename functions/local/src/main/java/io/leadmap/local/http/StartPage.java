package io.leadmap.local.http;

import static io.leadmap.local.http.LocalPage.link;
import static io.leadmap.local.http.LocalPage.list;
import static io.leadmap.local.http.LocalPage.pieces;
import static io.leadmap.local.http.LocalPage.row;
import static io.leadmap.local.http.LocalPage.section;
import static io.leadmap.local.http.LocalPage.soft;
import static io.leadmap.local.http.LocalPage.time;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Tag;
import io.leadmap.template.Template;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * What is running, and where to look: the first page that a newcomer sees.
 *
 * @param practices of the demonstration, as {@code GET /_local/practices} lists them
 * @param described whether the API's description is there
 * @param url where all of it is reached
 */
record StartPage(
        Template template, JsonNode practices, Instant now, boolean described, String url) {

    Response response() {
        List<Html> sections = new ArrayList<>();
        practices.forEach(practice -> sections.add(practice(practice)));
        return LocalPage.of(
                "What is running",
                soft(
                        Html.text("The whole of "),
                        Tag.CODE.of("template.yaml"),
                        Html.text(
                                " in one process: %s, %s, %s, %s, %s. It is "
                                        .formatted(
                                                number(template.functions().size(), "function"),
                                                number(template.routes().size(), "route"),
                                                number(template.schedules().size(), "schedule"),
                                                number(template.streamSources().size(), "stream"),
                                                number(template.busRules().size(), "rule"))),
                        time(now),
                        Html.text(".")),
                section(
                        "Begin here",
                        list(
                                List.of(
                                        line(
                                                "/console/",
                                                "The console",
                                                ", in which a receptionist works: sign in as"
                                                        + " anybody of these practices")))),
                Html.all(sections),
                section("To look at", list(toLookAt())),
                Tag.H2.of("Functions"),
                functions());
    }

    private static String number(int of, String what) {
        return of + " " + what + (of == 1 ? "" : "s");
    }

    private List<Html> toLookAt() {
        List<Html> lines = new ArrayList<>();
        lines.add(line("/_local/mail", "The mailbox", ", every mail that was sent"));
        lines.add(line("/_local/clock", "The clock", ", to move time forward"));
        lines.add(line("/_local/practices", "The demonstration's practices", " as JSON"));
        lines.add(line("/_local/queues", "What could not be delivered", ""));
        if (described) {
            lines.add(line("/_local/openapi.yaml", "The API's description", ""));
        }
        return lines;
    }

    private static Html line(String path, String what, String more) {
        return pieces(link(path, what), Html.text(more));
    }

    private Html functions() {
        List<Html> rows =
                template.functions().values().stream()
                        .<Html>map(function ->
                                row(function.logicalId(), Tag.CODE.of(function.handler())))
                        .toList();
        return Tag.TABLE.of(Tag.TBODY.of(Html.all(rows)));
    }

    private Html practice(JsonNode practice) {
        List<Html> forms =
                practice.path("forms")
                        .valueStream()
                        .<Html>map(form ->
                                link(
                                        "/forms/" + form.path("id").asText(),
                                        form.path("name").asText()))
                        .toList();
        String person = practice.path("people").path(0).path("id").asText();
        return section(
                practice.path("name").asText(),
                soft(practice.path("timeZone").asText()),
                list(forms),
                Tag.P.of("A token for one of its people:"),
                Tag.PRE.of(
                        "curl -s %s/_local/token -d '{\"practice\":\"%s\",\"agent\":\"%s\"}'"
                                .formatted(url, practice.path("id").asText(), person)));
    }
}
