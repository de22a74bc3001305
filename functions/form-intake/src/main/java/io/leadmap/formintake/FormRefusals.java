package io.leadmap.formintake;

import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Page;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.markup.Html;
import io.leadmap.markup.Html.Tag;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BiFunction;

/**
 * Every refusal and every fault of a form, as it is shown (domain section 8: a form loses nobody):
 * a person in a browser gets the hosted page again with what was typed, whatever was wrong, to be
 * sent from there; a program gets the problem.
 */
final class FormRefusals implements Routes.Shown {

    private static final String NOT_YET = " Nothing was sent yet";

    private final FindForm forms;
    private final RenderStamp stamps;
    private final InstantSource clock;

    FormRefusals(FindForm forms, RenderStamp stamps, InstantSource clock) {
        this.forms = forms;
        this.stamps = stamps;
        this.clock = clock;
    }

    /**
     * Tells whether whoever sent a form reads JSON. What only programs send, without a word that a
     * page is wanted, is a program's.
     */
    static boolean isProgram(HttpRequest request) {
        String type = request.header("content-type").orElse(null);
        boolean wantsJson = request.prefers("application/json", "text/html");
        boolean wantsPage = request.header("accept").orElse("").contains("text/html");
        return switch (request.method()) {
            case "GET" -> wantsJson;
            case "POST" ->
                    wantsJson || FormBodies.isJson(type) || !(wantsPage || FormBodies.isForm(type));
            default -> true;
        };
    }

    /** The site that sent this; {@code null} is what browsers say that keep it to themselves. */
    static Optional<String> origin(HttpRequest request) {
        return request.header("origin")
                .map(String::strip)
                .filter(origin -> !origin.isEmpty() && !origin.equals("null"));
    }

    /** With leave to read it for sites that may send the form. */
    static HttpResponse readable(HttpResponse response, HttpRequest request, HostedForm form) {
        HttpResponse varied = response.with("Vary", "Origin, Accept");
        return origin(request)
                .filter(origin -> isAllowed(request, form, origin))
                .map(origin ->
                        varied.with("Access-Control-Allow-Origin", origin)
                                .with("Access-Control-Expose-Headers", "Retry-After"))
                .orElse(varied);
    }

    static boolean isAllowed(HttpRequest request, HostedForm form, String origin) {
        return form.allows(origin, request.header("host").orElse(""));
    }

    @Override
    public HttpResponse show(HttpRequest request, Problem problem) {
        Optional<HostedForm> form = find(request);
        HttpResponse response =
                isProgram(request) ? problem.response() : page(request, form, problem);
        return form.map(found -> readable(response, request, found))
                .orElseGet(() -> response.with("Vary", "Origin, Accept"));
    }

    /** Empty also if a fault keeps us from it: that fault is being shown. */
    private Optional<HostedForm> find(HttpRequest request) {
        try {
            return request.query("lead").isPresent()
                    ? Optional.empty()
                    : forms.find(request.path("formId"));
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }

    private HttpResponse page(HttpRequest request, Optional<HostedForm> form, Problem problem) {
        Typed typed =
                request.method().equals("POST")
                        ? Typed.of(read(request).values()).from(request.query())
                        : Typed.nothing().from(request.query());
        HttpResponse page =
                form.map(found ->
                                FormPage.response(
                                        problem.status(),
                                        found,
                                        new FormPage(
                                                        found,
                                                        typed,
                                                        problem.errors(),
                                                        notice(request, problem),
                                                        stamp(found))
                                                .page()))
                        .orElseGet(() -> gone(request, problem, typed));
        HttpResponse answer = page;
        for (Map.Entry<String, String> header : problem.headers().entrySet()) {
            answer = answer.with(header.getKey(), header.getValue());
        }
        return answer;
    }

    private static Posted read(HttpRequest request) {
        return FormBodies.read(request.header("content-type").orElse(null), request.body());
    }

    /** Empty if a fault keeps us from it; a form is taken without one. */
    private String stamp(HostedForm form) {
        try {
            return stamps.stamp(form, clock.instant());
        } catch (RuntimeException e) {
            return "";
        }
    }

    /** What to do, for people; empty where the fields say it. */
    private static String notice(HttpRequest request, Problem problem) {
        boolean hasFile =
                FormBodies.isForm(request.header("content-type").orElse(null))
                        && problem.status() == 415;
        return switch (problem.status()) {
            case 403 ->
                    "The site that you came from may not send this form."
                            + NOT_YET
                            + "; you can send it from here.";
            case 413 ->
                    "This is too much to be sent at once."
                            + NOT_YET
                            + ": please shorten it and send it again. Of a very long text only the"
                            + " beginning is shown here.";
            case 415 ->
                    hasFile
                            ? "This form takes no files."
                                    + NOT_YET
                                    + "; you can send the rest from here."
                            : "The form did not arrive in a way that can be read."
                                    + NOT_YET
                                    + "; you can send it from here.";
            case 422 -> "";
            case 429 -> "Too much was sent from here. Please wait a minute and send it again.";
            case 500, 503 ->
                    "It could not be kept just now, and it is not lost: please wait a moment and"
                            + " send it again from here.";
            default ->
                    "The form did not arrive as a whole."
                            + NOT_YET
                            + "; please check it and send it from here.";
        };
    }

    /** There is no form to fill in: what was typed is shown, to be kept or to be sent again. */
    private static HttpResponse gone(HttpRequest request, Problem problem, Typed typed) {
        boolean isFault = problem.status() >= 500;
        List<Html> pieces = new ArrayList<>();
        pieces.add(
                Tag.P.of(
                                isFault
                                        ? "The form cannot be shown just now. Please try again in a"
                                                + " moment."
                                        : "There is no form at this address any more. Please get in"
                                                + " touch with the practice in another way.")
                        .with("role", "alert"));
        Map<String, List<String>> kept = typed.byPerson();
        if (!kept.isEmpty()) {
            pieces.add(Tag.P.of("Nothing was sent. This is what you typed:"));
            pieces.add(Tag.UL.of(all(kept, (name, value) -> Tag.LI.of(name + ": " + value))));
        }
        if (isFault && !kept.isEmpty()) {
            pieces.add(again(request, kept, typed));
        }
        return new Page(isFault ? "Please try again" : "No such form", "", Html.all(pieces))
                .response(problem.status(), List.of());
    }

    /** Sends the same again, so that nobody has to type it anew. */
    private static Html again(HttpRequest request, Map<String, List<String>> kept, Typed typed) {
        Map<String, List<String>> sent = new TreeMap<>(kept);
        typed.attribution().parameters().forEach((name, from) -> sent.put(name, List.of(from)));
        return Tag.FORM
                .of(all(sent, FormPage::hidden), Tag.BUTTON.of("Send again").with("type", "submit"))
                .with("method", "post")
                .with("action", "/forms/" + request.path("formId").replaceAll("[^A-Za-z0-9-]", ""));
    }

    private static Html all(
            Map<String, List<String>> values, BiFunction<String, String, Html> piece) {
        return Html.all(
                values.entrySet().stream()
                        .flatMap(given ->
                                given.getValue().stream()
                                        .map(value -> piece.apply(given.getKey(), value)))
                        .toList());
    }
}
