package io.leadmap.dynamodb;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions.Difference;
import io.leadmap.domain.report.Row;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Counts;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.dynamodb.model.QueryRequest;
import software.amazon.awssdk.services.dynamodb.model.QueryResponse;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The Mega Report's counts in {@code CountsTable} (architecture decision 10): a day's item has one
 * number for each row, division, source and owner that occurred; a fact names one lead behind a
 * number.
 */
final class DynamoCounts implements Counts {

    private static final String DIMENSIONS = "of";
    private static final String END = "~";
    private static final Map<String, Row> ROWS =
            Stream.of(Row.values()).collect(Collectors.toMap(DynamoCounts::letter, row -> row));

    private final Tables tables;
    private final Backoff backoff;

    DynamoCounts(Tables tables, Backoff backoff) {
        this.tables = tables;
        this.backoff = backoff;
    }

    /** The fact is the marker: it is put where none is, or leaves where it says just this. */
    @Override
    public boolean apply(PracticeId practice, LeadId lead, Difference difference) {
        Transaction<String> transaction = new Transaction<>();
        switch (difference) {
            case Difference.Added(Contribution added) -> {
                Item fact =
                        Item.with(key(practice, lead, added)).text(DIMENSIONS, dimensions(added));
                transaction.put("fact", tables.counts(), fact, Table.ABSENT);
                number(transaction, practice, added.day(), Map.of(number(added), "1"));
            }
            case Difference.Removed(Contribution removed) -> {
                transaction.delete(
                        "fact",
                        tables.counts(),
                        key(practice, lead, removed),
                        "#of = :of",
                        Map.of("#of", DIMENSIONS),
                        Map.of(":of", AttributeValue.fromS(dimensions(removed))));
                number(transaction, practice, removed.day(), Map.of(number(removed), "-1"));
            }
            case Difference.Changed(Contribution from, Contribution to) -> {
                transaction.update(
                        "fact",
                        tables.counts(),
                        key(practice, lead, from),
                        "SET #of = :to",
                        "#of = :of",
                        Map.of("#of", DIMENSIONS),
                        Map.of(
                                ":of", AttributeValue.fromS(dimensions(from)),
                                ":to", AttributeValue.fromS(dimensions(to))));
                number(
                        transaction,
                        practice,
                        from.day(),
                        Map.of(number(from), "-1", number(to), "1"));
            }
        }
        return switch (transaction.run(tables.client(), backoff)) {
            case Transaction.Outcome.Done<String> done -> true;
            case Transaction.Outcome.Refused<String> refused -> false;
        };
    }

    @Override
    public boolean isCounted(PracticeId practice, LeadId lead, Contribution contribution) {
        return tables.counts()
                .get(key(practice, lead, contribution))
                .filter(fact -> fact.text(DIMENSIONS).equals(dimensions(contribution)))
                .isPresent();
    }

    private static Keys.Key key(PracticeId practice, LeadId lead, Contribution contribution) {
        return Keys.fact(practice, contribution.row(), contribution.day(), lead);
    }

    /** The name of the day's number in which something counts. */
    private static String number(Contribution contribution) {
        return letter(contribution.row()) + dimensions(contribution);
    }

    /**
     * Adds to a day's numbers.
     *
     * @param by what to add, by the number's name
     */
    private void number(
            Transaction<String> transaction,
            PracticeId practice,
            LocalDate day,
            Map<String, String> by) {
        Map<String, String> names = new HashMap<>();
        Map<String, AttributeValue> values = new HashMap<>();
        List<String> additions = new ArrayList<>();
        by.forEach((name, value) -> {
            int i = additions.size();
            names.put("#n" + i, name);
            values.put(":n" + i, AttributeValue.fromN(value));
            additions.add("#n" + i + " :n" + i);
        });
        transaction.update(
                "day",
                tables.counts(),
                new Keys.Key(Keys.days(practice), day.toString()),
                "ADD " + String.join(", ", additions),
                null,
                names,
                values);
    }

    @Override
    public List<Counted> days(PracticeId practice, LocalDate from, LocalDate to) {
        return tables.counts()
                .between(Keys.days(practice), from.toString(), to.toString())
                .flatMap(day -> counted(day).stream())
                .toList();
    }

    private static List<Counted> counted(Item day) {
        List<Counted> counted = new ArrayList<>();
        LocalDate date = LocalDate.parse(day.sk());
        day.attributes()
                .forEach((name, value) -> {
                    if (value.n() != null && !value.n().equals("0")) {
                        Row row = ROWS.get(name.substring(0, 1));
                        if (row == null) {
                            throw new IllegalStateException("no row has the letter of " + name);
                        }
                        counted.add(
                                new Counted(
                                        contribution(row, date, name), Long.parseLong(value.n())));
                    }
                });
        counted.sort(Comparator.comparing(one -> one.contribution().row()));
        return counted;
    }

    @Override
    public Facts facts(
            PracticeId practice,
            Row row,
            LocalDate from,
            LocalDate to,
            int limit,
            @Nullable Place after) {
        Table counts = tables.counts();
        String pk = Keys.facts(practice, row);
        String begin =
                after == null
                        ? from.toString()
                        : Keys.fact(practice, row, after.day(), after.lead()).sk()
                                + "!"; // sorts behind the fact's own key
        QueryResponse answer =
                Table.asked(() ->
                        counts.client()
                                .query(
                                        QueryRequest.builder()
                                                .tableName(counts.name())
                                                .keyConditionExpression(
                                                        "pk = :pk AND sk BETWEEN :from AND :to")
                                                .expressionAttributeValues(
                                                        Map.of(
                                                                ":pk", AttributeValue.fromS(pk),
                                                                ":from",
                                                                        AttributeValue.fromS(begin),
                                                                ":to",
                                                                        AttributeValue.fromS(
                                                                                to + END)))
                                                .consistentRead(true)
                                                .limit(limit + 1)
                                                .build()));
        List<Item> items = answer.items().stream().map(Item::of).limit(limit).toList();
        boolean more = answer.items().size() > limit || !answer.lastEvaluatedKey().isEmpty();
        return new Facts(
                items.stream().map(item -> fact(row, item)).toList(), more && !items.isEmpty());
    }

    private static Fact fact(Row row, Item item) {
        String[] parts = item.sk().split("#", 2);
        return new Fact(
                new LeadId(parts[1]),
                contribution(row, LocalDate.parse(parts[0]), item.text(DIMENSIONS)));
    }

    /** A day's numbers are named by one letter for the row, so that the item stays small. */
    private static String letter(Row row) {
        return switch (row) {
            case ADDITIONAL_LEADS -> "a";
            case ADDITIONAL_LEADS_BOOKED -> "b";
            case NEW_CLIENTS -> "n";
            case LOST -> "l";
            case CANCELLED -> "c";
        };
    }

    /** Division, source and owner, each behind a bar; ids hold none. Nothing for none. */
    private static String dimensions(Contribution of) {
        return "|" + of.division() + "|" + orNothing(of.source()) + "|" + orNothing(of.owner());
    }

    private static String orNothing(@Nullable String id) {
        return id == null ? "" : id;
    }

    private static Contribution contribution(Row row, LocalDate day, String dimensions) {
        String[] parts = dimensions.split("\\|", -1);
        return new Contribution(
                row,
                day,
                parts[1],
                parts[2].isEmpty() ? null : parts[2],
                parts[3].isEmpty() ? null : parts[3]);
    }
}
