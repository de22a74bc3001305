package io.leadmap.local.http;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.template.Template;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** The start page and the page of the clock. */
final class LocalPages {
    private LocalPages() {}

    static Response start(
            Template template, JsonNode practices, Instant now, boolean described, String url) {
        StringBuilder body = new StringBuilder();
        body.append(
                "<p class=soft>The whole of <code>template.yaml</code> in one process: %d functions, %d routes, %d schedules, %d streams, %d rules. It is %s.</p>"
                        .formatted(
                                template.functions().size(),
                                template.routes().size(),
                                template.schedules().size(),
                                template.streamSources().size(),
                                template.busRules().size(),
                                time(now)));
        practices.forEach(practice -> body.append(practice(practice, url)));
        body.append(
                "<section><h2>To look at</h2><ul><li><a href=\"/_local/mail\">The mailbox</a>, every mail that was sent</li><li><a href=\"/_local/clock\">The clock</a>, to move time forward</li><li><a href=\"/_local/practices\">The demonstration's practices</a> as JSON</li><li><a href=\"/_local/queues\">What could not be delivered</a></li>%s</ul></section>"
                        .formatted(
                                described
                                        ? "<li><a href=\"/_local/openapi.yaml\">The API's"
                                                + " description</a></li>"
                                        : ""));
        body.append("<h2>Functions</h2><table><tbody>");
        template.functions()
                .values()
                .forEach(function ->
                        body.append(
                                "<tr><th scope=row>%s</th><td><code>%s</code></td></tr>"
                                        .formatted(
                                                LocalHtml.escape(function.logicalId()),
                                                LocalHtml.escape(function.handler()))));
        body.append("</tbody></table>");
        return LocalHtml.page("What is running", body.toString());
    }

    private static String practice(JsonNode practice, String url) {
        StringBuilder body = new StringBuilder();
        String id = LocalHtml.escape(practice.path("id").asText());
        body.append(
                "<section><h2>%s</h2><p class=soft>%s</p><ul>"
                        .formatted(
                                LocalHtml.escape(practice.path("name").asText()),
                                LocalHtml.escape(practice.path("timeZone").asText())));
        practice.path("forms")
                .forEach(form ->
                        body.append(
                                "<li><a href=\"/forms/%s\">%s</a></li>"
                                        .formatted(
                                                LocalHtml.escape(form.path("id").asText()),
                                                LocalHtml.escape(form.path("name").asText()))));
        body.append("</ul><p>A token for one of its people:</p>");
        practice.path("people")
                .valueStream()
                .limit(1)
                .forEach(person ->
                        body.append(
                                "<pre>curl -s %s/_local/token -d '{\"practice\":\"%s\",\"agent\":\"%s\"}'</pre>"
                                        .formatted(
                                                url,
                                                id,
                                                LocalHtml.escape(person.path("id").asText()))));
        return body.append("</section>").toString();
    }

    static Response clock(Instant now, Optional<Instant> next) {
        return LocalHtml.page(
                "Clock",
                """
                <section><p>It is <strong>%s</strong>.</p><p class=soft>%s</p>
                <form method=post action="/_local/clock"><label>Move forward by
                <input name=advance value=P1D pattern="P.+" required></label><button>Move</button></form>
                <p class=soft>P2DT3H is two days and three hours, PT15M a quarter of an hour. Everything that
                becomes due in between runs, in order, before the page comes back.</p></section>
                """
                        .formatted(
                                time(now),
                                next.map(at -> "Something is due next at " + time(at) + ".")
                                        .orElse("Nothing is due.")));
    }

    /** A time for people, in UTC. */
    static String time(Instant at) {
        String text = at.truncatedTo(ChronoUnit.SECONDS).toString();
        return "<time datetime=\"%s\">%s UTC</time>"
                .formatted(text, text.replace("T", " ").replace("Z", ""));
    }
}
