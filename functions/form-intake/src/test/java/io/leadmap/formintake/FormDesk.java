package io.leadmap.formintake;

import io.leadmap.desk.DemoPractice;
import io.leadmap.desk.RoutesCall;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.lambda.HttpRequest;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.lambda.Routes;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Digests;
import io.leadmap.ports.IdSource;
import io.leadmap.ports.Leads;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.Signatures;
import io.leadmap.testkit.InMemoryStore;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The forms of a practice over ports in memory, and people who fill them in. */
final class FormDesk {

    static final String ENQUIRY = "brightwater-enquiry";
    static final String URL_ENCODED = "application/x-www-form-urlencoded";

    private static final PhoneNumbers PHONES = new InternationalPhones();
    private static final Signatures SIGNATURES =
            (practice, purpose, message) ->
                    HexFormat.of().parseHex(Digests.sha256(practice + purpose + message));

    final InMemoryStore store = new InMemoryStore(this::now);
    final Practice practice = DemoPractice.read();
    private final IdSource ids = new Counting();
    private final RenderStamp stamps = new RenderStamp(SIGNATURES, ids);
    private final FormEndpoint endpoint;
    private Instant now = Instant.parse("2026-02-27T09:30:00Z");

    FormDesk() {
        this(leads -> leads);
    }

    FormDesk(UnaryOperator<Leads> faulty) {
        store.practices().store(practice, 0);
        FindForm forms = new FindForm(store.practices());
        SubmitForm submit =
                new SubmitForm(
                        faulty.apply(store.leads()),
                        store.suppressions(),
                        store.firstAnswers(),
                        store.formLimits(),
                        10,
                        PHONES,
                        stamps,
                        ids,
                        this::now,
                        Backoff.NONE);
        endpoint = new FormEndpoint(forms, submit, stamps, this::now);
    }

    Instant now() {
        return now;
    }

    void passes(Duration time) {
        now = now.plus(time);
    }

    HttpResponse get(String formId, Map<String, String> headers, Map<String, String> query) {
        return call("GET", formId, headers, query, "");
    }

    HttpResponse post(String formId, Map<String, String> headers, String body) {
        return call("POST", formId, headers, Map.of(), body);
    }

    /** Posts as a browser does. */
    HttpResponse browser(Map<String, String> fields) {
        String body =
                fields.entrySet().stream()
                        .map(e -> encoded(e.getKey()) + "=" + encoded(e.getValue()))
                        .collect(Collectors.joining("&"));
        return post(ENQUIRY, Map.of("content-type", URL_ENCODED), body);
    }

    /** Posts as a program does. */
    HttpResponse program(String json) {
        return post(ENQUIRY, Map.of("content-type", "application/json"), json);
    }

    HttpResponse call(
            String method,
            String formId,
            Map<String, String> headers,
            Map<String, String> query,
            String body) {
        Map<String, List<String>> each = new TreeMap<>();
        query.forEach((name, value) -> each.put(name, List.of(value)));
        return send(method, formId, headers, each, body.getBytes(StandardCharsets.UTF_8));
    }

    /** Any request at all. */
    HttpResponse send(
            String method,
            String formId,
            Map<String, String> headers,
            Map<String, List<String>> query,
            byte[] body) {
        return RoutesCall.answer(routes(), request(method, formId, headers, query, body));
    }

    /** What is answered to a request that meets a fault of ours. */
    HttpResponse afterFault(String formId, Map<String, String> headers, String body) {
        HttpRequest request =
                request("POST", formId, headers, Map.of(), body.getBytes(StandardCharsets.UTF_8));
        return RoutesCall.afterFault(routes(), request);
    }

    private Routes routes() {
        return endpoint.addTo(new Routes());
    }

    private static HttpRequest request(
            String method,
            String formId,
            Map<String, String> headers,
            Map<String, List<String>> query,
            byte[] body) {
        Map<String, String> all = new TreeMap<>(headers);
        all.putIfAbsent("host", "leadmap.example");
        return new HttpRequest(
                method,
                method + " /forms/{formId}",
                "/forms/" + formId,
                Map.of("formId", formId),
                query,
                all,
                body,
                Map.of(),
                "203.0.113.7",
                "request");
    }

    /** Every lead that has this first name. */
    List<Lead> leads(String firstName) {
        return everyLead().stream()
                .filter(lead -> Objects.equals(lead.fields().text(FieldKey.FIRST_NAME), firstName))
                .toList();
    }

    /** Every lead, oldest first. */
    List<Lead> everyLead() {
        return IntStream.rangeClosed(1, 200)
                .mapToObj(Counting::id)
                .flatMap(id -> store.leads().find(practice.id(), new LeadId(id)).stream())
                .toList();
    }

    /** The messages that came with a lead's forms. */
    List<String> messages(Lead lead) {
        return store.histories().read(practice.id(), lead.id()).stream()
                .flatMap(commit -> commit.entries().stream())
                .filter(RecordEntry.FormReceived.class::isInstance)
                .map(entry -> ((RecordEntry.FormReceived) entry).message())
                .filter(Objects::nonNull)
                .toList();
    }

    long formsReceived(Lead lead) {
        return store.histories().read(practice.id(), lead.id()).stream()
                .flatMap(commit -> commit.entries().stream())
                .filter(RecordEntry.FormReceived.class::isInstance)
                .count();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** Ids in a row. */
    private static final class Counting implements IdSource {
        private int last;

        static String id(int number) {
            return "%026d".formatted(number);
        }

        @Override
        public String next() {
            last++;
            return id(last);
        }
    }
}
