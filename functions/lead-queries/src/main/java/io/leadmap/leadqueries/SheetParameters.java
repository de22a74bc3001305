package io.leadmap.leadqueries;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Settings;
import io.leadmap.json.Names;
import io.leadmap.lambda.Caller;
import io.leadmap.lambda.QueryParameters;
import io.leadmap.leadqueries.SheetQuery.Column;
import io.leadmap.leadqueries.SheetQuery.Date;
import io.leadmap.leadqueries.SheetQuery.Period;
import io.leadmap.leadqueries.SheetQuery.Sort;
import io.leadmap.leadqueries.SheetQuery.Suspended;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the filters of {@code GET /leads}. */
final class SheetParameters {

    /** The parameters of the call, those of its pages included. */
    static final String[] NAMES = names();

    private static final int MOST_ATTEMPTS = 1_000_000;

    private final QueryParameters parameters;
    private final Caller caller;
    private final Settings settings;
    private final Instant now;

    SheetParameters(QueryParameters parameters, Caller caller, Instant now) {
        this.parameters = parameters;
        this.caller = caller;
        this.settings = caller.practice().settings();
        this.now = now;
    }

    private static String[] names() {
        List<String> names =
                new ArrayList<>(
                        List.of("status", "owner", "source", "division", "never", "appointment"));
        names.addAll(List.of("appointmentState", "attemptsFrom", "attemptsTo", "activityFrom"));
        names.addAll(List.of("activityTo", "lossReason", "transferTo", "suspended", "q", "sort"));
        names.addAll(List.of("limit", "cursor", "total"));
        for (Date date : Date.values()) {
            String name = Names.camel(date);
            names.addAll(List.of(name, name + "From", name + "To"));
        }
        return names.toArray(String[]::new);
    }

    SheetQuery read() {
        Map<Date, Period> periods = new EnumMap<>(Date.class);
        for (Date date : Date.values()) {
            period(Names.camel(date)).ifPresent(period -> periods.put(date, period));
        }
        @Nullable String appointment = parameters.text("appointment");
        if (appointment != null && !appointment.equals("none")) {
            parameters.wrong("appointment", "none is the one value");
        }
        return new SheetQuery(
                constants("status", Status.class),
                people("owner"),
                parameters.several("source"),
                parameters.several("division"),
                periods,
                never(),
                "none".equals(appointment),
                constant("appointmentState", Appointment.State.class),
                parameters.number("attemptsFrom", 0, 0, MOST_ATTEMPTS),
                parameters.number("attemptsTo", MOST_ATTEMPTS, 0, MOST_ATTEMPTS),
                days("activityFrom", "activityTo").orElse(Period.ALWAYS),
                parameters.several("lossReason"),
                transferTo(),
                suspended(),
                parameters.text("q"),
                sort());
    }

    private @Nullable String transferTo() {
        Set<String> people = people("transferTo");
        if (people.size() > 1) {
            parameters.wrong("transferTo", "one person, or me, is needed");
        }
        return people.stream().findFirst().orElse(null);
    }

    private Set<String> people(String name) {
        Set<String> people = new LinkedHashSet<>();
        for (String person : parameters.several(name)) {
            people.add(person.equals("me") ? caller.person().id() : person);
        }
        return people;
    }

    private Optional<Period> period(String name) {
        String relative = parameters.text(name);
        Optional<Period> between = days(name + "From", name + "To");
        if (relative == null) {
            return between;
        }
        if (between.isPresent()) {
            parameters.wrong(name, "give this or " + name + "From and " + name + "To, not both");
            return between;
        }
        Optional<LocalDate[]> days =
                RelativeDays.of(
                        relative,
                        LocalDate.ofInstant(now, settings.timeZone()),
                        settings.weekStart());
        if (days.isEmpty()) {
            parameters.wrong(
                    name, "one of " + String.join(", ", RelativeDays.NAMES) + " is needed");
            return between;
        }
        return Optional.of(period(days.get()[0], days.get()[1]));
    }

    private Optional<Period> days(String from, String to) {
        LocalDate first = parameters.date(from);
        LocalDate last = parameters.date(to);
        if (first != null && last != null && last.isBefore(first)) {
            parameters.wrong(to, "is before " + from);
            return Optional.empty();
        }
        return first == null && last == null ? Optional.empty() : Optional.of(period(first, last));
    }

    private Period period(@Nullable LocalDate first, @Nullable LocalDate last) {
        return new Period(
                first == null
                        ? Period.ALWAYS.from()
                        : first.atStartOfDay(settings.timeZone()).toInstant(),
                last == null
                        ? Period.ALWAYS.to()
                        : last.plusDays(1).atStartOfDay(settings.timeZone()).toInstant());
    }

    private Set<Date> never() {
        Set<Date> never = EnumSet.noneOf(Date.class);
        for (String name : parameters.several("never")) {
            switch (name) {
                case "booked" -> never.add(Date.BOOKED);
                case "invoiced" -> never.add(Date.INVOICED);
                default -> parameters.wrong("never", "booked and invoiced are the values");
            }
        }
        return never;
    }

    private Suspended suspended() {
        String text = parameters.text("suspended");
        return switch (text) {
            case null -> Suspended.USUAL;
            case "any" -> new Suspended(Suspended.Kind.ANY, Optional.empty());
            case "none" -> new Suspended(Suspended.Kind.NONE, Optional.empty());
            case "INCOMPLETE", "DUPLICATE", "SPAM" ->
                    new Suspended(Suspended.Kind.CAUSE, Optional.of(SuspensionCause.valueOf(text)));
            default -> {
                parameters.wrong(
                        "suspended", "any, none, INCOMPLETE, DUPLICATE and SPAM are the values");
                yield Suspended.USUAL;
            }
        };
    }

    /** A column, newest or last first with a minus before it. */
    private @Nullable Sort sort() {
        String text = parameters.text("sort");
        if (text == null) {
            return null;
        }
        boolean descending = text.startsWith("-");
        String name = descending ? text.substring(1) : text;
        List<String> names = new ArrayList<>();
        for (Column column : Column.values()) {
            if (Names.camel(column).equals(name)) {
                return new Sort(column, descending);
            }
            names.add(Names.camel(column));
        }
        parameters.wrong(
                "sort",
                "one of "
                        + String.join(", ", names)
                        + " is needed, with - before it for descending");
        return null;
    }

    private <E extends Enum<E>> Set<E> constants(String name, Class<E> type) {
        Set<E> constants = EnumSet.noneOf(type);
        for (String text : parameters.several(name)) {
            try {
                constants.add(Enum.valueOf(type, text));
            } catch (IllegalArgumentException e) {
                parameters.wrong(
                        name, "some of " + List.of(type.getEnumConstants()) + " are needed");
            }
        }
        return constants;
    }

    private <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
        String text = parameters.text(name);
        for (E constant : type.getEnumConstants()) {
            if (Names.camel(constant).equals(text)) {
                return constant;
            }
        }
        if (text != null) {
            parameters.wrong(name, "there is no such state");
        }
        return null;
    }
}
