package io.leadmap.unsubscribe;

import io.leadmap.domain.practice.Practice;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Page;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Rehearsal;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;
import io.leadmap.mail.FollowUnsubscribeLink;
import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Tag;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * Unsubscribing by the link in a mail (RFC 8058, domain section 7): looking at the page changes
 * nothing, as mail scanners follow links; one POST does it, whatever its body says.
 */
final class UnsubscribeEndpoint implements Endpoint {

    private static final String ROUTE = "/unsubscribe/{token}";

    private final FollowUnsubscribeLink unsubscribe;

    UnsubscribeEndpoint(FollowUnsubscribeLink unsubscribe) {
        this.unsubscribe = unsubscribe;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.open("GET " + ROUTE, this::ask).open("POST " + ROUTE, this::end);
    }

    @Override
    public Samples samples() {
        return Samples.of("token", Rehearsal.PRACTICE + "-rehearsal-1-1-x");
    }

    private HttpResponse ask(HttpRequest request) {
        String token = request.path("token");
        return page(
                unsubscribe.practice(token),
                practice ->
                        Tag.FORM
                                .of(
                                        Tag.P.of(
                                                "You will get no more marketing mail from "
                                                        + practice.name()
                                                        + "."),
                                        Tag.BUTTON.of("Unsubscribe").with("type", "submit"))
                                .with("method", "post")
                                .with("action", "/unsubscribe/" + token));
    }

    private HttpResponse end(HttpRequest request) {
        return page(
                unsubscribe.unsubscribe(request.path("token")),
                practice ->
                        Tag.P.of(
                                "You are unsubscribed. "
                                        + practice.name()
                                        + " will send you no more marketing mail."));
    }

    private static HttpResponse page(
            Optional<Practice> practice, java.util.function.Function<Practice, Html> content) {
        return practice.map(found -> new Page("Unsubscribe", found.name(), content.apply(found)))
                .map(page ->
                        new HttpResponse(
                                200,
                                Page.headers(List.of()),
                                page.render().getBytes(StandardCharsets.UTF_8)))
                .orElseGet(() -> Problem.notFound().response());
    }
}
