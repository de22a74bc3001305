package io.leadmap.domain.macro;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.lead.TypedNames;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.CustomField;
import io.leadmap.domain.practice.Division;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Source;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What placeholders stand for: the values of a lead, its owner, its practice and its appointment,
 * as a person reads them.
 */
public final class PlaceholderValues {

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter WEEKDAY =
            DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);
    private static final String LEAD = "lead.";
    private static final Map<FieldKey, String> STANDARD =
            Map.of(FieldKey.DIVISION, "lead.division", FieldKey.SOURCE, "lead.source");
    private static final Set<String> OTHERS =
            Set.of(
                    "owner.alias",
                    "owner.email",
                    "owner.signature",
                    "practice.name",
                    "practice.phone",
                    "practice.address",
                    "map.name",
                    "track.name",
                    "appointment.date",
                    "appointment.time",
                    Placeholders.UNSUBSCRIBE_LINK,
                    "today");

    private final Map<String, String> values;
    private final Predicate<String> known;

    private PlaceholderValues(Map<String, String> values, Predicate<String> known) {
        this.values = values;
        this.known = known;
    }

    /**
     * The values now; days and times are those of the practice's time zone. An owner who has left
     * the practice signs nothing.
     */
    public static PlaceholderValues of(Practice practice, Lead lead, Instant now) {
        Map<String, String> values = new TreeMap<>();
        ZoneId zone = practice.settings().timeZone();
        lead.fields().values().forEach((key, value) -> put(values, name(key), text(value)));
        put(values, name(FieldKey.NAME), lead.displayName());
        if (lead.phone() != null) {
            put(values, name(FieldKey.PHONE), lead.phone().spoken());
        }
        put(
                values,
                name(FieldKey.DIVISION),
                practice.division(lead.origin().division()).map(Division::name).orElse(""));
        put(
                values,
                name(FieldKey.SOURCE),
                practice.source(lead.origin().source()).map(Source::name).orElse(""));
        practice.activePerson(lead.owner())
                .ifPresent(owner -> {
                    put(values, "owner.alias", owner.alias());
                    put(values, "owner.email", owner.email());
                    put(values, "owner.signature", owner.signature());
                });
        put(values, "practice.name", practice.name());
        put(values, "practice.phone", practice.phone());
        put(values, "practice.address", practice.settings().postalAddress());
        lead.openMap().ifPresent(run -> putMap(values, practice, run));
        putAppointment(values, lead.pms().appointment(), zone);
        put(values, "today", DAY.format(LocalDate.ofInstant(now, zone)));
        return new PlaceholderValues(values, name -> isKnown(practice, name));
    }

    /**
     * The values for mail that goes out by itself. To an address that only a public form names it
     * carries nothing that the form's sender has typed but names: there the sender would choose
     * both the text and who gets it (domain section 7). What the practice itself has put into the
     * form, as a hidden value or an option, is its own text.
     */
    public static PlaceholderValues unasked(Practice practice, Lead lead, Instant now) {
        PlaceholderValues all = of(practice, lead, now);
        if (!lead.fields().isStrangers(FieldKey.EMAIL)) {
            return all;
        }
        Map<String, String> left = new TreeMap<>(all.values);
        lead.fields().strangers().stream()
                .filter(key ->
                        lead.fields().get(key).filter(v -> isOurText(practice, key, v)).isEmpty())
                .forEach(key -> left.remove(name(key)));
        if (TypedNames.areSuspicious(lead.fields())) {
            Fields.NAMES.forEach(key -> left.remove(name(key)));
        }
        return new PlaceholderValues(left, all.known);
    }

    private static boolean isOurText(Practice practice, FieldKey key, FieldValue value) {
        Stream<String> options =
                key.isCustom()
                        ? practice.field(key.customKey()).stream()
                                .flatMap(field -> field.options().stream())
                        : Stream.empty();
        Set<String> ours = options.collect(Collectors.toSet());
        return switch (value) {
            case FieldValue.Flag yes -> true;
            case FieldValue.Choices(var chosen) -> ours.containsAll(chosen);
            case FieldValue.Text(String text) ->
                    ours.contains(text) || isHidden(practice, key, value);
            case FieldValue.Number number -> false;
            case FieldValue.Day day -> false;
            case FieldValue.Postal address -> false;
            case FieldValue.Unread unread -> false;
        };
    }

    /** Tells whether a form of the practice gives this value without asking. */
    private static boolean isHidden(Practice practice, FieldKey key, FieldValue value) {
        return practice.forms().stream()
                .flatMap(form -> form.fields().stream())
                .filter(field -> field.name().equals(key.value()))
                .flatMap(field -> Stream.ofNullable(field.hiddenValue()))
                .map(hidden -> Fields.kept(key, new FieldValue.Text(hidden)))
                .anyMatch(value::equals);
    }

    /** The values that were found when a mail was decided; every other name is empty. */
    public static PlaceholderValues decided(Map<String, String> values) {
        return new PlaceholderValues(Map.copyOf(values), name -> true);
    }

    /** Tells whether a name means something in this practice. */
    public static boolean isKnown(Practice practice, String name) {
        return OTHERS.contains(name)
                || FieldKey.STANDARD.stream().anyMatch(key -> name(key).equals(name))
                || practice.fields().stream()
                        .map(CustomField::key)
                        .anyMatch(key -> name(FieldKey.custom(key)).equals(name));
    }

    /** These values with one more, such as the unsubscribe link of the mail that is being sent. */
    public PlaceholderValues with(String name, String value) {
        Map<String, String> more = new TreeMap<>(values);
        more.put(name, value);
        return new PlaceholderValues(more, known);
    }

    public Optional<String> get(String name) {
        return Optional.ofNullable(values.get(name));
    }

    public boolean isKnown(String name) {
        return known.test(name);
    }

    /** The values that these texts name, to be kept with a mail. */
    public Map<String, String> usedBy(String... templates) {
        Map<String, String> used = new TreeMap<>();
        for (String template : templates) {
            Placeholders.names(template)
                    .forEach(name -> get(name).ifPresent(value -> used.put(name, value)));
        }
        return used;
    }

    private static void putMap(Map<String, String> values, Practice practice, MapRun run) {
        Optional<LeadMap> map = practice.map(run.mapId());
        map.ifPresent(m -> put(values, "map.name", m.name()));
        map.stream()
                .flatMap(m -> m.tracks().stream())
                .filter(t -> run.state(t.id()) == MapRun.TrackState.OPEN)
                .findFirst()
                .ifPresent(t -> put(values, "track.name", t.name()));
    }

    private static void putAppointment(
            Map<String, String> values, @Nullable Appointment appointment, ZoneId zone) {
        if (appointment != null && appointment.state().isLive()) {
            put(values, "appointment.date", WEEKDAY.format(appointment.startsAt().atZone(zone)));
            put(values, "appointment.time", TIME.format(appointment.startsAt().atZone(zone)));
        }
    }

    private static void put(Map<String, String> values, String name, String value) {
        if (!value.isEmpty()) {
            values.put(name, value);
        }
    }

    private static String name(FieldKey key) {
        return STANDARD.getOrDefault(key, LEAD + key.value());
    }

    private static String text(FieldValue value) {
        return switch (value) {
            case FieldValue.Text(String text) -> text;
            case FieldValue.Unread unread -> throw new IllegalStateException("a field holds it");
            case FieldValue.Number(var number) -> number.toPlainString();
            case FieldValue.Day(LocalDate day) -> DAY.format(day);
            case FieldValue.Flag(boolean yes) -> yes ? "yes" : "no";
            case FieldValue.Choices(var chosen) -> String.join(", ", chosen);
            case FieldValue.Postal(PostalAddress a) ->
                    Stream.of(
                                    a.line1(),
                                    a.line2(),
                                    a.city(),
                                    a.region(),
                                    a.postalCode(),
                                    a.country())
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(", "));
        };
    }
}
