package io.leadmap.benchmarks.cost;

import com.fasterxml.jackson.databind.JsonNode;

import io.leadmap.benchmarks.cost.Capacities.Row;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What one lead sets off from its form to its invoice, counted: infrastructure/cost/usage.json says
 * what happens and how often, TABLES.md what that reads and writes, the template who is called for
 * it.
 */
final class LeadLife {

    private static final String HISTORY = "HistoryTable";
    private static final String PUBLISHED = "mark of what is published";

    private final JsonNode usage;
    private final Capacities capacities;
    private final Deployment deployment;

    LeadLife(JsonNode usage, Capacities capacities, Deployment deployment) {
        this.usage = usage;
        this.capacities = capacities;
        this.deployment = deployment;
    }

    /** A number that nobody has measured. */
    double assumed(String name) {
        JsonNode number = usage.path("assumed").path(name);
        if (!number.isNumber()) {
            throw new IllegalArgumentException("nothing is assumed of " + name);
        }
        return number.asDouble();
    }

    private Stream<JsonNode> steps() {
        return usage.path("lead").valueStream();
    }

    private double sum(ToDoubleFunction<JsonNode> ofAStep) {
        return steps().mapToDouble(step -> step.path("times").asInt() * ofAStep.applyAsDouble(step))
                .sum();
    }

    private static Stream<String> texts(JsonNode step, String name) {
        return step.path(name).valueStream().map(JsonNode::asText);
    }

    double requests() {
        return sum(step -> step.path("requests").asInt());
    }

    double mails() {
        return sum(step -> step.path("mails").asInt());
    }

    /** Transactions that append to the history. */
    double commits() {
        return sum(step ->
                texts(step, "writes").filter(path -> tables(path).contains(HISTORY)).count());
    }

    double writeUnits() {
        int mark = units(PUBLISHED);
        return commits() * mark
                + sum(step ->
                        step.path("writeUnits").asInt()
                                + texts(step, "writes").mapToInt(this::units).sum());
    }

    private int units(String path) {
        return capacities.write(path).stream().mapToInt(Row::units).sum();
    }

    private Set<String> tables(String path) {
        return capacities.write(path).stream().map(Row::table).collect(Collectors.toSet());
    }

    /** What pages read; what a function reads before it writes is assumed. */
    double readUnits() {
        return sum(step -> texts(step, "reads").mapToDouble(capacities::readUnits).sum())
                + (answered() + called()) * assumed("readUnitsOfAnInvocation");
    }

    /** Invocations that somebody waits for. */
    double answered() {
        return requests();
    }

    /** Invocations by streams and by the mail service's news, at most. */
    double called() {
        return sum(this::called);
    }

    private long called(JsonNode step) {
        Set<String> passing = new TreeSet<>();
        step.path("passesBy").fieldNames().forEachRemaining(passing::add);
        Set<String> unmet = new TreeSet<>(passing);
        long readers =
                texts(step, "writes")
                        .flatMap(path ->
                                tables(path).stream()
                                        .flatMap(table ->
                                                deployment
                                                        .readers()
                                                        .getOrDefault(table, Set.of())
                                                        .stream())
                                        .distinct())
                        .filter(reader -> {
                            unmet.remove(reader);
                            return !passing.contains(reader);
                        })
                        .count();
        Set<String> named = texts(step, "invokes").collect(Collectors.toSet());
        named.removeAll(deployment.functions().keySet());
        if (!unmet.isEmpty() || !named.isEmpty()) {
            throw new IllegalStateException(
                    step.path("what").asText() + ": not called " + unmet + ", unknown " + named);
        }
        return readers + texts(step, "invokes").count();
    }

    /** What is kept of a lead: every item of its history, and the largest of each other item. */
    double keptBytes() {
        Map<String, Integer> others = new HashMap<>();
        steps().flatMap(step -> texts(step, "writes"))
                .flatMap(path -> capacities.write(path).stream())
                .filter(row -> !row.table().equals(HISTORY))
                .forEach(row -> others.merge(row.table() + row.item(), row.bytes(), Math::max));
        double besides = assumed("bytesOfAnItemBesides");
        double history =
                sum(step ->
                        texts(step, "writes")
                                .flatMap(path -> capacities.write(path).stream())
                                .filter(row -> row.table().equals(HISTORY))
                                .mapToDouble(row -> row.bytes() + besides)
                                .sum());
        return history + others.values().stream().mapToDouble(bytes -> bytes + besides).sum();
    }

    int leadsAMonth() {
        return usage.path("practice").path("leadsAMonth").asInt();
    }

    int monthsKept() {
        return usage.path("practice").path("monthsKept").asInt();
    }
}
