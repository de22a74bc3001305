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
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;

/**
 * What DripSweep reads when the same number of leads is due among few and among many. Those that
 * are due were made by FormIntake; the others are copies of their items under other ids, begun
 * years later.
 */
final class SweepReads {

    /** A Monday, 11 o'clock where the practice is. */
    private static final Instant BEGINNING = Instant.parse("2026-03-02T00:00:00Z");

    /** The campaign's first mail is due after two days. */
    private static final Duration UNTIL_DUE = Duration.ofDays(2).plusMinutes(1);

    private static final int AT_ONCE = 20;

    /**
     * Counts of one sweep.
     *
     * @param due how many were due, all of which it changed
     * @param indexQueries queries of the index of what is due
     * @param indexUnits read units of these
     * @param units read units of everything
     */
    record Counts(int due, long indexQueries, double indexUnits, double units) {}

    /**
     * @param leads how many there are in all
     * @param busy a sweep with work to do
     * @param idle the next one, to which nothing is due
     */
    record Measured(int leads, Counts busy, Counts idle) {}

    private SweepReads() {}

    static Measured measure(int leads, int due) throws IOException, InterruptedException {
        AtomicReference<Instant> now = new AtomicReference<>(BEGINNING);
        try (Stage stage = Stage.open(now::get);
                Tap tap = new Tap(stage.cloud().dynamodb(), new CopyOnWriteArrayList<>())) {
            Map<String, String> tapped = Map.of(Stage.DYNAMODB, tap.uri().toString());
            LoadedFunction intake = stage.function(Stage.FORM_INTAKE, tapped);
            for (int person = 0; person < due; person++) {
                stage.invoke(intake, Stage.form(person));
            }
            fill(stage, written(tap.take()), leads - due);
            now.set(BEGINNING.plus(UNTIL_DUE));
            LoadedFunction sweep = stage.function(Stage.DRIP_SWEEP, tapped);
            Counts busy = sweep(stage, sweep, tap);
            Counts idle = sweep(stage, sweep, tap);
            if (busy.due() != due || idle.due() != 0) {
                throw new IllegalStateException("not what was to be measured: " + busy + idle);
            }
            return new Measured(leads, busy, idle);
        }
    }

    private static Counts sweep(Stage stage, LoadedFunction sweep, Tap tap) throws IOException {
        JsonNode answer = stage.invoke(sweep, JsonNodeFactory.instance.objectNode());
        if (answer.path("due").asInt() != answer.path("changed").asInt()) {
            throw new IllegalStateException(answer.toString());
        }
        List<Tap.Exchange> reads = tap.take().stream().filter(Tap.Exchange::isRead).toList();
        List<Tap.Exchange> ofIndex =
                reads.stream()
                        .filter(read -> read.request().path("IndexName").asText().equals("byDue"))
                        .toList();
        return new Counts(
                answer.path("due").asInt(),
                ofIndex.size(),
                ofIndex.stream().mapToDouble(Tap.Exchange::units).sum(),
                reads.stream().mapToDouble(Tap.Exchange::units).sum());
    }

    /** The items of each lead that was begun, as the transaction put them, but its guards. */
    private static List<ArrayNode> written(List<Tap.Exchange> exchanges) {
        List<ArrayNode> leads = new ArrayList<>();
        for (Tap.Exchange exchange : exchanges) {
            if (exchange.action().equals("TransactWriteItems")) {
                ArrayNode items = JsonNodeFactory.instance.arrayNode();
                for (JsonNode write : exchange.request().path("TransactItems")) {
                    JsonNode put = write.path("Put");
                    if (put.path("TableName").asText().matches(".*(Leads|History)Table.*")) {
                        items.add(put.deepCopy());
                    }
                }
                leads.add(items);
            }
        }
        return leads;
    }

    private static void fill(Stage stage, List<ArrayNode> patterns, int leads)
            throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            for (int from = 0; from < leads; from += AT_ONCE) {
                ObjectNode request = JsonNodeFactory.instance.objectNode();
                ArrayNode writes = request.putArray("TransactItems");
                for (int i = from; i < Math.min(from + AT_ONCE, leads); i++) {
                    for (JsonNode put : copy(patterns.get(i % patterns.size()), i)) {
                        writes.addObject().set("Put", put);
                    }
                }
                HttpResponse<String> response =
                        client.send(
                                HttpRequest.newBuilder(stage.cloud().dynamodb())
                                        .header(
                                                "X-Amz-Target",
                                                "DynamoDB_20120810.TransactWriteItems")
                                        .header(
                                                "Authorization",
                                                "AWS4-HMAC-SHA256 Credential="
                                                        + Stage.FORM_INTAKE
                                                        + "/x")
                                        .POST(
                                                HttpRequest.BodyPublishers.ofString(
                                                        request.toString()))
                                        .build(),
                                HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() != 200) {
                    throw new IllegalStateException(response.body());
                }
            }
        }
    }

    /** The same items under another id, begun when nobody sweeps any more. */
    private static JsonNode copy(ArrayNode pattern, int number) throws IOException {
        String key = pattern.path(0).at("/Item/pk/S").asText();
        String lead = key.substring(key.indexOf('#') + 1);
        String other = "copy%022d".formatted(number);
        JsonNode copied = Stage.JSON.readTree(pattern.toString().replace(lead, other));
        for (JsonNode put : copied) {
            ((ObjectNode) put)
                    .remove(
                            List.of(
                                    "ConditionExpression",
                                    "ExpressionAttributeNames",
                                    "ExpressionAttributeValues"));
            if (put.path("Item").path("dueSince") instanceof ObjectNode since) {
                String place = since.path("S").asText();
                int time = place.lastIndexOf('#') + 1;
                since.put("S", place.substring(0, time) + "9" + place.substring(time + 1));
            }
        }
        return copied;
    }
}
