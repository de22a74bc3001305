package io.leadmap.leadupdates;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Connection;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;
import io.leadmap.domain.text.Line;
import io.leadmap.json.Characters;
import io.leadmap.json.Json;
import io.leadmap.json.StrictView;
import io.leadmap.lambda.Access;
import io.leadmap.lambda.Call;
import io.leadmap.lambda.Endpoint;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.JsonBody;
import io.leadmap.lambda.Problem;
import io.leadmap.lambda.Routes;
import io.leadmap.lambda.Samples;
import io.leadmap.leads.LeadAnswers;
import io.leadmap.leads.Writes;
import io.leadmap.ports.PhoneNumbers;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The calls that add a lead, or a source on the spot. */
public final class LeadAdditions implements Endpoint {

    private static final int LONGEST_SOURCE = 100;

    private final AddLead leads;
    private final AddSource sources;
    private final LeadAnswers answers;
    private final PhoneNumbers phones;

    public LeadAdditions(
            AddLead leads, AddSource sources, LeadAnswers answers, PhoneNumbers phones) {
        this.leads = leads;
        this.sources = sources;
        this.answers = answers;
        this.phones = phones;
    }

    @Override
    public Routes addTo(Routes routes) {
        return routes.command("POST /leads", Access.AGENTS, this::lead)
                .route("POST /sources", Access.AGENTS, this::source);
    }

    @Override
    public Samples samples() {
        return Samples.NONE.with(
                "POST /leads",
                """
                {"firstName": "Re", "lastName": "Hearsal", "email": "re@example.com", \
                "phone": "0444 444 445"}\
                """);
    }

    private HttpResponse lead(Call call) {
        JsonBody body = JsonBody.of(call.request());
        Practice practice = call.caller().practice();
        Fields fields = new LeadFields(phones, practice).read(body);
        String sourceName = sourceName(body, "sourceName");
        String sourceId = body.text("sourceId");
        if (sourceName != null && sourceId != null) {
            body.invalid("sourceName", "give sourceId or sourceName, not both");
        }
        String reason = body.givenText("lossReason");
        Instant firstContact = body.instant("firstContactAt");
        Command.AddLead command =
                new Command.AddLead(
                        fields,
                        body.text("divisionId"),
                        sourceId,
                        body.text("ownerId"),
                        body.text("mapId"),
                        firstContact,
                        body.constant("status", Status.class),
                        reason == null ? null : new LossReason(reason),
                        utm(body),
                        patient(body, practice));
        return body.then(() ->
                Writes.read(
                        call,
                        request -> answers.written(call, leads.add(request, command, sourceName))));
    }

    private HttpResponse source(Call call) {
        JsonBody body = JsonBody.of(call.request());
        body.requiredText("name");
        String name = sourceName(body, "name");
        return body.then(() ->
                Writes.read(
                        call, request -> added(sources.add(request, name == null ? "" : name))));
    }

    private static HttpResponse added(AddSource.Outcome outcome) {
        return switch (outcome) {
            case AddSource.Outcome.Done(int status, Source source) ->
                    HttpResponse.json(
                            status,
                            Json.object().put("id", source.id()).put("name", source.name()));
            case AddSource.Outcome.KeyReused() -> Problem.idempotencyKeyReused().response();
        };
    }

    private static @Nullable String sourceName(JsonBody body, String field) {
        String name = Line.orNull(body.givenText(field));
        if (name != null && name.length() > LONGEST_SOURCE) {
            body.invalid(field, "at most " + LONGEST_SOURCE + " characters are needed");
        }
        return name;
    }

    private static Attribution utm(JsonBody body) {
        Map<String, String> parameters = new TreeMap<>();
        body.members("utm")
                .forEach((name, value) -> {
                    if (!Attribution.isNamed(name)) {
                        body.invalid("utm", "utm_ parameters, gclid and referrer are the names");
                    } else if (!value.isString()
                            || !Characters.isText(value.getStringValue())
                            || value.getStringValue().length() > Attribution.LONGEST) {
                        body.wrongType(
                                "utm." + name,
                                "a text of at most "
                                        + Attribution.LONGEST
                                        + " characters is needed");
                    } else {
                        parameters.put(name, value.getStringValue());
                    }
                });
        return Attribution.of(parameters);
    }

    private static Optional<PatientLink> patient(JsonBody body, Practice practice) {
        StrictView patient = body.object("patient");
        if (patient == null) {
            return Optional.empty();
        }
        if (Boolean.TRUE.equals(patient.flag("new"))) { // there is nobody to link to yet
            return Optional.empty();
        }
        String id = patient.requiredText("pmsId");
        String connection = patient.text("connectionId");
        List<Connection> connections = practice.connections();
        if (connection == null && connections.size() == 1) {
            connection = connections.getFirst().id();
        }
        if (connection == null || practice.connection(connection).isEmpty()) {
            patient.invalid("connectionId", "one of the practice's connections is needed");
            return Optional.empty();
        }
        return Optional.of(new PatientLink(connection, id));
    }
}
