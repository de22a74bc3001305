package io.leadmap.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.functions.LoadedFunction;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;

/**
 * What LeadQueries reads to find leads by name among few and among many. Those that are found were
 * made by FormIntake and named by ReportCounts; the others are copies of their heads and of their
 * names under other ids, older and spelt otherwise, of which nothing may be read.
 */
final class SearchReads {

    private static final Instant BEGINNING = Instant.parse("2026-03-02T00:00:00Z");
    private static final String REPORT_COUNTS = "ReportCounts";

    /** Those that are found are not among the 25 newest, which every search looks at. */
    private static final int MADE = 40;

    private static final int AT_ONCE = 100;

    /**
     * @param leads how many there are in all
     * @param found how many the search found
     * @param units read units of a page of what it found, without who asks and the configuration
     */
    record Measured(int leads, int found, double units) {}

    private SearchReads() {}

    static Measured measure(int leads, int found) throws IOException, InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);
        try (Stage stage = Stage.open(now::get);
                Tap tap = new Tap(stage.cloud().dynamodb(), new CopyOnWriteArrayList<>())) {
            Map<String, String> tapped = Map.of(Stage.DYNAMODB, tap.uri().toString());
            LoadedFunction intake = stage.function(Stage.FORM_INTAKE, tapped);
            for (int person = 0; person < MADE; person++) {
                now.set(BEGINNING.plusSeconds(person));
                String name = person < found ? "Grace+Hopper" + person : "Ada+Lovelace" + person;
                ObjectNode form = (ObjectNode) Stage.form(person);
                String body = form.path("body").asText();
                stage.invoke(intake, form.put("body", body.replaceFirst("Nina[^&]*", name)));
            }
            List<JsonNode> heads = written(tap.take(), "head");
            LoadedFunction counts = stage.function(REPORT_COUNTS, tapped);
            for (JsonNode head : heads) {
                stage.invoke(counts, begun(head));
            }
            fill(stage, heads, written(tap.take(), "tags"), leads - MADE);
            LoadedFunction queries = stage.function("LeadQueries", tapped);
            search(stage, queries);
            tap.take(); // keys and the configuration are read once
            int answered = search(stage, queries);
            List<Tap.Exchange> reads =
                    tap.take().stream().filter(read -> !isOfThePractice(read)).toList();
            if (answered != found || reads.isEmpty()) {
                throw new IllegalStateException(answered + " were found");
            }
            return new Measured(
                    leads, answered, reads.stream().mapToDouble(Tap.Exchange::units).sum());
        }
    }

    private static boolean isOfThePractice(Tap.Exchange read) {
        return read.request().toString().contains("PracticeTable");
    }

    private static int search(Stage stage, LoadedFunction queries) throws IOException {
        ObjectNode event =
                (ObjectNode)
                        Stage.JSON.readTree(Files.readString(Path.of("events/lead-queries.json")));
        event.put("rawQueryString", "q=hopp%20gra")
                .putObject("queryStringParameters")
                .put("q", "hopp gra");
        JsonNode answer = stage.invoke(queries, event);
        return Stage.JSON.readTree(answer.path("body").asText()).path("items").size();
    }

    /** What the stream tells of a lead that begins. */
    private static JsonNode begun(JsonNode head) throws IOException {
        JsonNode event =
                Stage.JSON.readTree(Files.readString(Path.of("events/report-counts.json")));
        ObjectNode record = (ObjectNode) event.path("Records").path(0);
        record.put("eventName", "INSERT");
        ObjectNode change = (ObjectNode) record.path("dynamodb");
        change.remove("OldImage");
        change.set("NewImage", head.path("Item"));
        return event;
    }

    /** The heads, or the names, that transactions put. */
    private static List<JsonNode> written(List<Tap.Exchange> exchanges, String what) {
        return exchanges.stream()
                .filter(exchange -> exchange.action().equals("TransactWriteItems"))
                .flatMap(exchange -> Stream.of(exchange.request().path("TransactItems")))
                .flatMap(writes -> {
                    List<JsonNode> puts = new ArrayList<>();
                    writes.forEach(write -> puts.add(write.path("Put")));
                    return puts.stream();
                })
                .filter(put ->
                        what.equals("head")
                                ? put.at("/Item/sk/S").asText().equals("head")
                                : put.at("/Item/pk/S").asText().endsWith("#n"))
                .toList();
    }

    private static void fill(Stage stage, List<JsonNode> heads, List<JsonNode> names, int leads)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int from = 0; from < leads; from += AT_ONCE) {
                ArrayNode copiedHeads = JsonNodeFactory.instance.arrayNode();
                ArrayNode copiedNames = JsonNodeFactory.instance.arrayNode();
                for (int i = from; i < Math.min(from + AT_ONCE, leads); i++) {
                    String lead = "copy%022d".formatted(i);
                    copiedHeads.add(head(heads.get(i % heads.size()), lead));
                    copiedNames.add(name(names.get(i % names.size()), lead, i));
                }
                write(client, stage, Stage.FORM_INTAKE, copiedHeads);
                write(client, stage, REPORT_COUNTS, copiedNames);
            }
        }
    }

    /** Older than every lead that was made. */
    private static JsonNode head(JsonNode pattern, String lead) throws IOException {
        String key = pattern.at("/Item/pk/S").asText();
        ObjectNode put =
                (ObjectNode)
                        Stage.JSON.readTree(
                                pattern.toString()
                                        .replace(key.substring(key.indexOf('#') + 1), lead));
        ObjectNode created = (ObjectNode) put.at("/Item/createdAt");
        created.put("S", created.path("S").asText().replaceFirst("1", "0"));
        return put;
    }

    /** Spelt otherwise from its first letter on. */
    private static JsonNode name(JsonNode pattern, String lead, int number) throws IOException {
        ObjectNode put = (ObjectNode) Stage.JSON.readTree(pattern.toString());
        ObjectNode sk = (ObjectNode) put.at("/Item/sk");
        String[] parts = sk.path("S").asText().split("#", 3);
        String tags = Integer.toString(number % 1_000, 36) + "_";
        sk.put("S", tags + parts[0].substring(tags.length()) + "#" + parts[1] + "#" + lead);
        return put;
    }

    private static void write(HttpClient client, Stage stage, String as, ArrayNode puts)
            throws IOException, InterruptedException {
        ObjectNode request = JsonNodeFactory.instance.objectNode();
        ArrayNode writes = request.putArray("TransactItems");
        for (JsonNode put : puts) {
            ((ObjectNode) put)
                    .remove(
                            List.of(
                                    "ConditionExpression",
                                    "ExpressionAttributeNames",
                                    "ExpressionAttributeValues"));
            writes.addObject().set("Put", put);
        }
        HttpResponse<String> response =
                client.send(
                        HttpRequest.newBuilder(stage.cloud().dynamodb())
                                .header("X-Amz-Target", "DynamoDB_20120810.TransactWriteItems")
                                .header("Authorization", "AWS4-HMAC-SHA256 Credential=" + as + "/x")
                                .POST(HttpRequest.BodyPublishers.ofString(request.toString()))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(response.body());
        }
    }
}
