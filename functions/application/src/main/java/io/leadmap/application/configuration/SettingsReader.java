package io.leadmap.application.configuration;

import io.leadmap.application.json.JsonFields;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.OpeningHours;
import io.leadmap.domain.practice.Settings;

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

/** Reads a practice's settings; what is missing has the default of the API contract. */
final class SettingsReader {

    private SettingsReader() {}

    static Settings read(JsonFields f) {
        JsonFields moves = f.objectOrEmpty("automaticMoves");
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

    private static <T> T orElse(@org.jspecify.annotations.Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    private static ZoneId zone(JsonFields f) {
        String text = f.requiredText("timeZone");
        if (!text.isEmpty() && ZoneId.getAvailableZoneIds().contains(text)) {
            return ZoneId.of(text);
        }
        if (!text.isEmpty()) {
            f.invalid("timeZone", "a time zone like Australia/Melbourne is needed");
        }
        return ZoneId.of("UTC");
    }

    private static String country(JsonFields f) {
        String text = f.requiredText("country");
        if (!text.isEmpty() && !Set.of(Locale.getISOCountries()).contains(text)) {
            f.invalid("country", "two letters of ISO 3166 are needed, like AU");
        }
        return text;
    }

    private static String currency(JsonFields f) {
        String text = f.requiredText("currency");
        boolean known =
                Currency.getAvailableCurrencies().stream()
                        .anyMatch(currency -> currency.getCurrencyCode().equals(text));
        if (!text.isEmpty() && !known) {
            f.invalid("currency", "three letters of ISO 4217 are needed, like AUD");
        }
        return text;
    }

    private static OpeningHours openingHours(JsonFields f) {
        List<Hours> week = f.objects("openingHours").stream().map(SettingsReader::hours).toList();
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

    private static Hours hours(JsonFields f) {
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

    private static LocalTime time(JsonFields f, String name, LocalTime otherwise) {
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
