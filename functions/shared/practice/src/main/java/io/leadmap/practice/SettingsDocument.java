package io.leadmap.practice;

import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.OpeningHours;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeEdit;
import io.leadmap.domain.practice.Settings;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.Names;
import io.leadmap.json.StrictView;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Currency;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A practice's settings, the one kind of which there is one; what is missing has the default of the
 * API contract.
 */
public final class SettingsDocument extends Document {

    SettingsDocument() {
        super("settings");
    }

    /** The settings, as the practice's people may see them. */
    public JsonNode shown(Practice practice) {
        return write(practice.settings()).node();
    }

    @Override
    void read(StrictView configuration, PracticeEdit into) {
        into.settings(settings(configuration.objectOrEmpty(name())));
    }

    @Override
    void keep(Practice practice, JsonObject configuration) {
        configuration.put(name(), write(practice.settings()));
    }

    @Override
    void check(Practice practice, Faults faults) {
        faults.known(name() + ".defaultMapId", practice.settings().defaultMapId(), practice::map);
    }

    private static Settings settings(StrictView f) {
        StrictView moves = f.objectOrEmpty("automaticMoves");
        return new Settings(
                zone(f),
                country(f),
                currency(f),
                orElse(f.camel("weekStart", DayOfWeek.class), DayOfWeek.MONDAY),
                openingHours(f),
                orElse(
                        f.camel("vocabulary", Settings.Vocabulary.class),
                        Settings.Vocabulary.LEADMAP),
                f.number("attemptLimit", 3, 1, Settings.HIGHEST_ATTEMPT_LIMIT),
                f.duration("attemptGrace", Duration.ofHours(24)),
                orElse(f.camel("deadLeads", Settings.DeadLeads.class), Settings.DeadLeads.ACT),
                new Settings.AutomaticMoves(
                        moves.flag("booked", true),
                        moves.flag("cancelled", true),
                        moves.flag("invoiced", true)),
                f.flag("seenCountsAsCustomer", false),
                f.flag("createLeadsForNewClients", false),
                f.number("newClientGapDays", 90, 1, 3_660),
                f.flag("eagerPatientShipping", false),
                f.flag("lockOwnerWhenLinked", false),
                f.duration("heldExpiry", Duration.ofDays(30)),
                hours(f.objectOrEmpty("sendingWindow")),
                f.flag("dripsStopOnBooked", true),
                f.duration("firstCallTarget", Duration.ofMinutes(5)),
                f.number("automaticMailsPerHour", 200, 1, 100_000),
                f.text("defaultMapId"),
                f.requiredText("postalAddress"),
                Addresses.named(f, "from"),
                Addresses.optional(f, "replyTo"));
    }

    private static JsonObject write(Settings s) {
        return Json.object()
                .putText("timeZone", s.timeZone())
                .put("country", s.country())
                .put("currency", s.currency())
                .put("weekStart", Names.camel(s.weekStart()))
                .put("openingHours", s.openingHours().week(), hours -> hours(hours).node())
                .putTexts(
                        "holidays",
                        s.openingHours().holidays().stream()
                                .sorted()
                                .map(LocalDate::toString)
                                .toList())
                .put("vocabulary", Names.camel(s.vocabulary()))
                .put("attemptLimit", s.attemptLimit())
                .putText("attemptGrace", s.attemptGrace())
                .put("deadLeads", Names.camel(s.deadLeads()))
                .put(
                        "automaticMoves",
                        Json.object()
                                .put("booked", s.automaticMoves().booked())
                                .put("cancelled", s.automaticMoves().cancelled())
                                .put("invoiced", s.automaticMoves().invoiced()))
                .put("seenCountsAsCustomer", s.seenCountsAsCustomer())
                .put("createLeadsForNewClients", s.createLeadsForNewClients())
                .put("newClientGapDays", s.newClientGapDays())
                .put("eagerPatientShipping", s.eagerPatientShipping())
                .put("lockOwnerWhenLinked", s.lockOwnerWhenLinked())
                .putText("heldExpiry", s.heldExpiry())
                .put("sendingWindow", hours(s.sendingWindow()))
                .put("dripsStopOnBooked", s.dripsStopOnBooked())
                .putText("firstCallTarget", s.firstCallTarget())
                .put("automaticMailsPerHour", s.automaticMailsPerHour())
                .put("defaultMapId", s.defaultMapId())
                .put("postalAddress", s.postalAddress())
                .put("from", s.from())
                .put("replyTo", s.replyTo());
    }

    private static JsonObject hours(Hours hours) {
        List<String> days = hours.days().stream().sorted().map(Names::camel).toList();
        return Json.object()
                .putTexts("days", days)
                .putText("from", hours.from())
                .putText("to", hours.to());
    }

    private static <T> T orElse(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static ZoneId zone(StrictView f) {
        String text = f.requiredText("timeZone");
        if (!text.isEmpty() && ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        if (!text.isEmpty()) {
            f.invalid("timeZone", "a time zone like Australia/Melbourne is needed");
        }
        return ZoneId.of("UTC");
    }

    private static String country(StrictView f) {
        String text = f.requiredText("country");
        if (!text.isEmpty() && !Set.of(Locale.getISOCountries()).contains(text)) {
            f.invalid("country", "two letters of ISO 3166 are needed, like AU");
        }
        return text;
    }

    private static String currency(StrictView f) {
        String text = f.requiredText("currency");
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(text));
        if (!text.isEmpty() && !known) {
            f.invalid("currency", "three letters of ISO 4217 are needed, like AUD");
        }
        return text;
    }

    private static OpeningHours openingHours(StrictView f) {
        List<Hours> week = f.objects("openingHours").stream().map(SettingsDocument::hours).toList();
        Set<LocalDate> holidays = new HashSet<>();
        for (String text : f.texts("holidays")) {
            try {
                holidays.add(LocalDate.parse(text));
            } catch (DateTimeException e) {
                f.invalid("holidays", "days like 2026-12-25 are needed");
            }
        }
        return new OpeningHours(week, holidays);
    }

    private static Hours hours(StrictView f) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String name : f.texts("days")) {
            try {
                days.add(DayOfWeek.valueOf(name.toUpperCase(Locale.ROOT)));
            } catch (IllegalArgumentException e) {
                f.invalid("days", "monday to sunday are the days");
            }
        }
        LocalTime from = time(f, "from", LocalTime.of(8, 0));
        LocalTime to = time(f, "to", LocalTime.of(18, 0));
        if (!from.isBefore(to)) {
            f.invalid("to", "is after from");
            to = LocalTime.MAX;
        }
        if (days.isEmpty()) {
            days.addAll(EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY));
        }
        return from.isBefore(to) ? new Hours(days, from, to) : new Hours(days, LocalTime.MIN, to);
    }

    private static LocalTime time(StrictView f, String name, LocalTime otherwise) {
        String text = f.text(name);
        if (text == null) {
            return otherwise;
        }
        try {
            return LocalTime.parse(text);
        } catch (DateTimeException e) {
            f.invalid(name, "a time like 08:00 is needed");
            return otherwise;
        }
    }
}
