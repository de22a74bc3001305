package io.leadmap.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The calls that form-intake makes for its first form, so that another handler can make the same
 * for other leads.
 *
 * @param calls as JSON, in their order
 * @param names what must differ each time: the lead, its guards and answer, the request's token
 */
record RecordedCalls(String calls, Set<String> names) {

    private static final int NUMBER = 6;

    /** Records a function with empty caches in a practice that has had a form before. */
    static RecordedCalls of(Stage stage) throws IOException {
        CopyOnWriteArrayList<Tap.Exchange> seen = new CopyOnWriteArrayList<>();
        stage.invoke(stage.function(Stage.FORM_INTAKE, Map.of()), Stage.form(1));
        try (Tap dynamoDb = new Tap(stage.cloud().dynamodb(), seen);
                Tap kms = new Tap(stage.cloud().kms(), seen)) {
            Map<String, String> tapped =
                    Map.of(
                            Stage.DYNAMODB, dynamoDb.uri().toString(),
                            Stage.KMS, kms.uri().toString());
            stage.invoke(stage.function(Stage.FORM_INTAKE, tapped), Stage.form(2));
        }
        return of(seen);
    }

    static RecordedCalls of(List<Tap.Exchange> exchanges) {
        ArrayNode calls = JsonNodeFactory.instance.arrayNode();
        Set<String> names = new LinkedHashSet<>();
        for (Tap.Exchange exchange : exchanges) {
            calls.addObject().put("target", exchange.target()).set("request", exchange.request());
            if (exchange.action().equals("TransactWriteItems")) {
                names.add(exchange.request().path("ClientRequestToken").asText());
                for (JsonNode write : exchange.request().path("TransactItems")) {
                    String key = write.findPath("pk").path("S").asText();
                    names.add(key.substring(key.lastIndexOf('#') + 1));
                }
            }
        }
        return new RecordedCalls(calls.toString(), names);
    }

    /** The calls for another lead, each of the same length as recorded. */
    String forAnother(int number) {
        String other = calls;
        for (String name : names) {
            other =
                    other.replace(
                            name,
                            name.substring(0, name.length() - NUMBER) + "%06d".formatted(number));
        }
        return other;
    }
}
