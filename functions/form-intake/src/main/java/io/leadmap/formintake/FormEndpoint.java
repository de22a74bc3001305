package io.leadmap.formintake;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.leadmap.json.Json;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.IdempotencyKey;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Rehearsal;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
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
    private final FormRefusals refusals;

    public FormEndpoint(
            FindForm forms, SubmitForm submit, RenderStamp stamps, InstantSource clock) {
        this.forms = forms;
        this.submit = submit;
        this.stamps = stamps;
        this.clock = clock;
        refusals = new FormRefusals(forms, stamps, clock);
    }

    /** The routes that it answers. */
    @Override
    public Routes addTo(Routes routes) {
        return routes.open(
                        "GET " + ROUTE,
                        request -> withForm(request, form -> show(form, request)),
                        refusals)
                .open(
                        "POST " + ROUTE,
                        request -> withForm(request, form -> take(form, request)),
                        refusals)
                .open(
                        "OPTIONS " + ROUTE,
                        request -> withForm(request, form -> allow(request)),
                        refusals);
    }

    @Override
    public Samples samples() {
        return Samples.of("formId", Rehearsal.PRACTICE + "-form")
                .with(
                        "POST " + ROUTE,
                        """
                        {"firstName": "Re", "lastName": "Hearsal", "email": "re@example.com", \
                        "phone": "0444 444 445"}\
                        """);
    }

    /** 404 for forms that nobody may see, 403 for sites that may not use this one. */
    private HttpResponse withForm(HttpRequest request, Function<HostedForm, HttpResponse> answer) {
        Optional<HostedForm> form =
                request.query("lead").isPresent()
                        ? Optional.empty() // a lead's own form is opened by links that nobody can
                        // have yet
                        : forms.find(request.path("formId"));
        if (form.isEmpty()) {
            return refusals.show(request, Problem.notFound());
        }
        Optional<String> origin = FormRefusals.origin(request);
        if (origin.isPresent() && !FormRefusals.isAllowed(request, form.get(), origin.get())) {
            return refusals.show(request, Problem.originNotAllowed());
        }
        return FormRefusals.readable(answer.apply(form.get()), request, form.get());
    }

    private static HttpResponse allow(HttpRequest request) {
        return FormRefusals.origin(request).isEmpty()
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
        return FormPage.response(
                200,
                form,
                request.query(SENT).isPresent()
                        ? FormPage.thanks(form)
                        : new FormPage(
                                        form,
                                        Typed.of(visit(request)),
                                        List.of(),
                                        "",
                                        stamps.stamp(form, clock.instant()))
                                .page());
    }

    /**
     * Where the visit came from, to be sent along with the form, and what a link has filled in;
     * nobody consents by a link.
     */
    private static Map<String, List<String>> visit(HttpRequest request) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        request.header("referer").ifPresent(from -> values.put("referrer", List.of(from)));
        values.putAll(request.query());
        values.remove("consent");
        return values;
    }

    private HttpResponse take(HostedForm form, HttpRequest request) {
        Posted posted =
                FormBodies.read(request.header("content-type").orElse(null), request.body());
        return switch (posted) {
            case Posted.Refused(Posted.Reason reason, String why, Map<?, ?> values) ->
                    refusals.show(request, problem(reason, why));
            case Posted.Values values ->
                    IdempotencyKey.problem(request)
                            .map(wrong -> refusals.show(request, wrong))
                            .orElseGet(() -> submit(form, values, request));
        };
    }

    private static Problem problem(Posted.Reason reason, String why) {
        return switch (reason) {
            case MALFORMED -> Problem.malformed(why);
            case TOO_LARGE -> Problem.tooLarge(FormBodies.LARGEST);
            case UNSUPPORTED -> Problem.unsupportedMediaType(why);
        };
    }

    private HttpResponse submit(HostedForm form, Posted.Values posted, HttpRequest request) {
        FormOutcome outcome =
                submit.submit(
                        form,
                        new SubmitForm.Sent(
                                Typed.of(posted.values()).from(request.query()),
                                posted.json(),
                                request.sourceAddress(),
                                IdempotencyKey.of(request).orElse(null)));
        return switch (outcome) {
            case FormOutcome.Taken(String reference) ->
                    FormRefusals.isProgram(request) ? accepted(reference) : thanks(form);
            case FormOutcome.Wrong(List<FieldError> errors) ->
                    refusals.show(request, Problem.invalid(errors));
            case FormOutcome.UnknownFields(List<FieldError> errors) ->
                    refusals.show(request, Problem.malformed(errors));
            case FormOutcome.TooMany(Duration wait) ->
                    refusals.show(request, Problem.tooMany(wait.toSeconds()));
        };
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
}
