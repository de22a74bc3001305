package io.leadmap.runtime.form;

import io.leadmap.application.form.FindForm;
import io.leadmap.application.form.FormOutcome;
import io.leadmap.application.form.HostedForm;
import io.leadmap.application.form.RenderStamp;
import io.leadmap.application.form.SubmitForm;
import io.leadmap.application.form.Typed;
import io.leadmap.application.json.Json;
import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.runtime.Endpoint;
import io.leadmap.runtime.HttpRequest;
import io.leadmap.runtime.HttpResponse;
import io.leadmap.runtime.Problem;
import io.leadmap.runtime.Routes;
import io.leadmap.runtime.html.Page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Forms over HTTP (section Public of the API): browsers get pages, programs get JSON. */
public final class FormEndpoint implements Endpoint {

    private static final String ROUTE = "/forms/{formId}";
    private static final String SENT = "sent";

    private final FindForm forms;
    private final SubmitForm submit;
    private final RenderStamp stamps;
    private final InstantSource clock;

    public FormEndpoint(
            FindForm forms, SubmitForm submit, RenderStamp stamps, InstantSource clock) {
        this.forms = forms;
        this.submit = submit;
        this.stamps = stamps;
        this.clock = clock;
    }

    /** The routes that it answers. */
    @Override
    public Routes addTo(Routes routes) {
        return routes.open(
                        "GET " + ROUTE, request -> withForm(request, form -> show(form, request)))
                .open("POST " + ROUTE, request -> withForm(request, form -> take(form, request)))
                .open("OPTIONS " + ROUTE, request -> withForm(request, form -> allow(request)));
    }

    /** 404 for forms that nobody may see, 403 for sites that may not use this one. */
    private HttpResponse withForm(HttpRequest request, Function<HostedForm, HttpResponse> answer) {
        Optional<HostedForm> form =
                request.query("lead").isPresent()
                        ? Optional.empty() // a lead's own form is opened by links that nobody can
                        // have yet
                        : forms.find(request.path("formId"));
        if (form.isEmpty()) {
            return Problem.notFound().response();
        }
        Optional<String> origin = request.header("origin");
        String host = request.header("host").orElse("");
        if (origin.isPresent() && !form.get().allows(origin.get(), host)) {
            return Problem.originNotAllowed().response();
        }
        HttpResponse response = answer.apply(form.get()).with("Vary", "Origin, Accept");
        return origin.isPresent()
                ? response.with("Access-Control-Allow-Origin", origin.get())
                : response;
    }

    private static HttpResponse allow(HttpRequest request) {
        return request.header("origin").isEmpty()
                ? HttpResponse.empty(204).with("Allow", "GET, POST, OPTIONS")
                : HttpResponse.empty(204)
                        .with("Access-Control-Allow-Methods", "GET, POST, OPTIONS")
                        .with(
                                "Access-Control-Allow-Headers",
                                "Accept, Content-Type, Idempotency-Key")
                        .with("Access-Control-Max-Age", "600");
    }

    private HttpResponse show(HostedForm form, HttpRequest request) {
        if (request.prefers("application/json", "text/html")) {
            return HttpResponse.json(
                    200, FormDescription.of(form, stamps.stamp(form, clock.instant())));
        }
        return request.query(SENT).isPresent()
                ? page(200, form, FormPage.thanks(form))
                : form(200, form, Typed.of(visit(request)), List.of(), "");
    }

    /** Where the visit came from, to be sent along with the form. */
    private static Map<String, List<String>> visit(HttpRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.header("referer").ifPresent(from -> values.put("referrer", List.of(from)));
        request.query().forEach((name, value) -> values.put(name, List.of(value)));
        return values;
    }

    private HttpResponse take(HostedForm form, HttpRequest request) {
        if (request.body().length > FormBodies.LARGEST) {
            return Problem.tooLarge(FormBodies.LARGEST).response();
        }
        return switch (FormBodies.read(
                request.header("content-type").orElse(null), request.body())) {
            case Posted.Malformed(String why) -> Problem.malformed(why).response();
            case Posted.Unsupported(String why) -> Problem.unsupportedMediaType(why).response();
            case Posted.Values posted -> submit(form, posted, request);
        };
    }

    private HttpResponse submit(HostedForm form, Posted.Values posted, HttpRequest request) {
        boolean json = posted.json() || request.prefers("application/json", "text/html");
        Typed typed = Typed.of(posted.values());
        FormOutcome outcome =
                submit.submit(
                        form,
                        new SubmitForm.Sent(
                                typed,
                                posted.json(),
                                request.sourceAddress(),
                                request.header("idempotency-key").orElse(null)));
        return switch (outcome) {
            case FormOutcome.Taken(String reference) -> json ? accepted(reference) : thanks(form);
            case FormOutcome.Wrong(List<FieldError> errors) ->
                    json ? Problem.invalid(errors).response() : form(422, form, typed, errors, "");
            case FormOutcome.UnknownFields(List<FieldError> errors) ->
                    Problem.malformed(errors).response();
            case FormOutcome.TooMany(java.time.Duration wait) -> {
                HttpResponse problem = Problem.tooMany(wait.toSeconds()).response();
                yield json ? problem : tooMany(form, typed, problem);
            }
            case FormOutcome.KeyReused() -> Problem.idempotencyKeyReused().response();
        };
    }

    private HttpResponse tooMany(HostedForm form, Typed typed, HttpResponse problem) {
        String wait = "Too much was sent from here. Please wait a minute and send again.";
        return form(429, form, typed, List.of(), wait)
                .with("Retry-After", problem.headers().getOrDefault("Retry-After", "60"));
    }

    private static HttpResponse accepted(String reference) {
        return HttpResponse.json(202, Json.object().put("reference", reference));
    }

    private static HttpResponse thanks(HostedForm form) {
        URI redirect = form.form().redirect();
        return HttpResponse.seeOther(
                redirect != null
                        ? redirect.toString()
                        : "/forms/" + form.publicId() + "?" + SENT + "=1");
    }

    private HttpResponse form(
            int status, HostedForm form, Typed typed, List<FieldError> errors, String notice) {
        String stamp = stamps.stamp(form, clock.instant());
        return page(
                status,
                form,
                new FormPage(form, typed, new ArrayList<>(errors), notice, stamp).page());
    }

    private static HttpResponse page(int status, HostedForm form, Page page) {
        return new HttpResponse(
                status,
                Page.headers(form.form().origins()),
                page.render().getBytes(StandardCharsets.UTF_8));
    }
}
