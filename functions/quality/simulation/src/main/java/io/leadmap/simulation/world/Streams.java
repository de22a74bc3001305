package io.leadmap.simulation.world;

import io.leadmap.simulation.tables.ItemChange;
import io.leadmap.template.StreamSource;
import io.leadmap.template.TableDefinition;
import io.micronaut.json.tree.JsonNode;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** What waits in the tables' streams for each function that reads one. */
public final class Streams {

    private final List<StreamSource> sources;
    private final Map<String, String> views = new TreeMap<>();
    private final Map<String, List<Waiting>> waiting = new TreeMap<>();
    private long number;

    /** A record that a function has not taken. */
    record Waiting(long number, JsonNode record) {}

    Streams(List<StreamSource> sources, List<TableDefinition> tables) {
        this.sources = List.copyOf(sources);
        tables.forEach(
                table -> table.streamView().ifPresent(view -> views.put(table.name(), view)));
        sources.forEach(source -> waiting.put(source.id(), new ArrayList<>()));
    }

    void tell(ItemChange change) {
        number++;
        for (StreamSource source : sources) {
            if (source.table().equals(change.table()) && isWanted(source, change)) {
                boolean old = "NEW_AND_OLD_IMAGES".equals(views.get(change.table()));
                of(source.id()).add(new Waiting(number, StreamRecords.of(change, number, old)));
            }
        }
    }

    /** What the filters of the template let through, without a reader of patterns. */
    private static boolean isWanted(StreamSource source, ItemChange change) {
        if (source.patterns().isEmpty()) {
            return true;
        }
        Map<String, AttributeValue> after = change.after();
        return source.patterns().stream()
                .anyMatch(pattern ->
                        switch (pattern.replaceAll("\\s", "")) {
                            case "{\"dynamodb\":{\"NewImage\":{\"state\":{\"S\":[\"QUEUED\"]}}}}" ->
                                    isText(after, "state", "QUEUED");
                            case "{\"eventName\":[\"INSERT\"],\"dynamodb\":{\"NewImage\":"
                                            + "{\"waiting\":{\"S\":[{\"exists\":true}]}}}}" ->
                                    change.before().isEmpty() && after.containsKey("waiting");
                            case "{\"eventName\":[\"INSERT\",\"MODIFY\"],\"dynamodb\":"
                                            + "{\"Keys\":{\"sk\":{\"S\":[\"head\"]}}}}" ->
                                    isText(after, "sk", "head");
                            case "{\"dynamodb\":{\"Keys\":{\"sk\":{\"S\":[\"head\"]}}}}" ->
                                    isText(after.isEmpty() ? change.before() : after, "sk", "head");
                            default ->
                                    throw new UnsupportedOperationException(
                                            "say here what this filter lets through: " + pattern);
                        });
    }

    private static boolean isText(Map<String, AttributeValue> item, String name, String text) {
        AttributeValue value = item.get(name);
        return value != null && text.equals(value.s());
    }

    private List<Waiting> of(String source) {
        return Objects.requireNonNull(waiting.get(source), source);
    }

    /** Every source, as {@code Function.Event}, in the order of the template. */
    public List<String> names() {
        return sources.stream().map(StreamSource::id).toList();
    }

    String function(String source) {
        return find(source).function();
    }

    private StreamSource find(String source) {
        return sources.stream().filter(one -> one.id().equals(source)).findFirst().orElseThrow();
    }

    boolean isEmpty(String source) {
        return of(source).isEmpty();
    }

    List<Waiting> batch(String source) {
        List<Waiting> all = of(source);
        return List.copyOf(all.subList(0, Math.min(find(source).batchSize(), all.size())));
    }

    /** These are done with, or forgotten. */
    void remove(String source, List<Waiting> records) {
        of(source).removeAll(records);
    }
}
