package io.leadmap.demonstration;

import io.leadmap.demonstration.Cast.Player;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Three weeks in the life of two practices, always the same but for the day on which it ends. */
public final class Story {

    /** How long before now the story begins. */
    public static final Duration LENGTH = Duration.ofDays(21);

    private static final int LEADS = 56;

    /**
     * A practice's leads come and are worked within minutes, as on the day after a newsletter, so
     * that the streams carry what happened in it together.
     */
    private static final int LEADS_A_DAY = 8;

    private static final int BUSY_DAYS = LEADS / LEADS_A_DAY;

    /** From one busy day to the next. */
    private static final Duration STEP = Duration.ofDays(3);

    /**
     * Sweeping at every half hour would be most of the work: it is done once between two busy days.
     * Noon and midnight UTC take turns, so that either practice is within the hours in which it
     * sends every seventh day.
     */
    private static final Duration BETWEEN_SWEEPS = STEP.plusHours(12);

    private static final Duration ONE_HOUR = Duration.ofHours(1);

    private final Theatre theatre;
    private final Doors doors;
    private final Instant end;
    private final List<Scene> scenes = new ArrayList<>();

    private Story(Theatre theatre, DemonstrationPractices practices, Instant end) {
        this.theatre = theatre;
        this.doors = new Doors(theatre, practices);
        this.end = end;
    }

    /**
     * Plays the whole story so that it ends at {@code end}; the clock must stand no later than its
     * beginning.
     */
    public static void play(Theatre theatre, DemonstrationPractices practices, Instant end) {
        Story story = new Story(theatre, practices, end);
        for (int number = 1; number <= LEADS; number++) {
            story.write(Cast.BRIGHTWATER, number);
            story.write(Cast.NORTHLIGHT, number);
        }
        Instant beginning = end.minus(LENGTH).truncatedTo(ChronoUnit.DAYS);
        for (Instant sweep = beginning.plus(BETWEEN_SWEEPS);
                sweep.isBefore(end);
                sweep = sweep.plus(BETWEEN_SWEEPS)) {
            story.at(sweep, theatre::sweep);
        }
        story.perform();
    }

    private void perform() {
        Instant before = Instant.MIN;
        for (Map.Entry<Instant, List<Scene>> moment : moments().entrySet()) {
            Instant at = moment.getKey();
            if (at.isAfter(before.plus(ONE_HOUR))) {
                theatre.settle();
            }
            theatre.advanceTo(at);
            // What happens at the same time happens in different practices.
            moment.getValue().parallelStream().forEach(scene -> scene.play().run());
            before = at;
        }
        theatre.settle();
        theatre.advanceTo(end);
    }

    private SortedMap<Instant, List<Scene>> moments() {
        return scenes.stream()
                .collect(Collectors.groupingBy(Scene::at, TreeMap::new, Collectors.toList()));
    }

    /** The last of them asked two hours ago. */
    private Instant asked(int number) {
        int day = (number - 1) / LEADS_A_DAY;
        int ofDay = (number - 1) % LEADS_A_DAY;
        return end.minus(ONE_HOUR.multipliedBy(2))
                .minus(STEP.multipliedBy(BUSY_DAYS - 1 - day))
                .plus(Duration.ofMinutes(ofDay));
    }

    private void write(Cast cast, int number) {
        Player player = cast.player(number);
        Plot plot = Plot.of(number, LEADS);
        String agent = cast.agents().get(number % cast.agents().size());
        Instant asked = asked(number);
        at(asked, () -> doors.submit(cast.form(), enquiry(cast, player, plot)));
        Instant called = asked.plus(Duration.ofMinutes(3 + number % 2));
        Instant booked = called.plusSeconds(60);
        switch (plot) {
            case JUST_ASKED, WITHOUT_PHONE -> {}
            case NOT_REACHED_YET -> call(called, cast, agent, player, "noAnswer", "Rang out.");
            case CONTACTED -> call(called, cast, agent, player, "reached", "Will think about it.");
            case BOOKED -> {
                call(called, cast, agent, player, "reached", "Books today.");
                appointment(booked, cast, player, 1, "booked", false);
            }
            case BOOKED_THEN_CANCELLED -> {
                call(called, cast, agent, player, "voicemail", "Left a message.");
                appointment(booked, cast, player, 1, "booked", false);
                appointment(booked.plus(STEP), cast, player, 2, "cancelled", false);
            }
            case SEEN_AND_INVOICED -> {
                call(called, cast, agent, player, "reached", "Wants the first free visit.");
                appointment(booked, cast, player, 1, "booked", false);
                appointment(booked.plus(STEP), cast, player, 2, "completed", true);
            }
            case PRICE_SHOPPING -> {
                call(called, cast, agent, player, "reached", "Compares prices.");
                post(
                        called.plus(STEP),
                        cast,
                        agent,
                        player,
                        "/status",
                        "{\"status\":\"LOST\",\"lossReason\":\"priceShopping\"}");
            }
            case NEVER_REACHED -> {
                for (int attempt = 0; attempt < 4; attempt++) {
                    call(
                            called.plus(STEP.multipliedBy(attempt / 2))
                                    .plus(Duration.ofMinutes(2L * (attempt % 2))),
                            cast,
                            agent,
                            player,
                            "noAnswer",
                            "No answer.");
                }
            }
            case WRONG_NUMBER_CALLER -> {
                call(called, cast, agent, player, "wrongNumber", "A company that sells adverts.");
                post(
                        called.plusSeconds(60),
                        cast,
                        agent,
                        player,
                        "/status",
                        "{\"status\":\"INVALID\"}");
            }
        }
    }

    private static Map<String, String> enquiry(Cast cast, Player player, Plot plot) {
        Map<String, String> fields = new LinkedHashMap<>();
        if (cast.wholeName()) {
            fields.put("fullName", player.wholeName());
        } else {
            fields.put("firstName", player.firstName());
            fields.put("lastName", player.lastName());
        }
        fields.put("email", player.email());
        if (plot != Plot.WITHOUT_PHONE) {
            fields.put("phone", player.phone());
        }
        fields.put("utm_source", player.number() % 3 == 0 ? "newsletter" : "ads");
        fields.put("message", "Can you help me, and when?");
        return fields;
    }

    private void call(
            Instant at, Cast cast, String agent, Player player, String outcome, String note) {
        post(
                at,
                cast,
                agent,
                player,
                "/calls",
                "{\"outcome\":\"" + outcome + "\",\"note\":\"" + note + "\"}");
    }

    private void post(
            Instant at, Cast cast, String agent, Player player, String path, String json) {
        at(
                at,
                () -> {
                    String lead = doors.leadOf(cast.practice(), agent, player.email());
                    doors.post(cast.practice(), agent, "/leads/" + lead + path, json);
                });
    }

    private void appointment(
            Instant at, Cast cast, Player player, int version, String state, boolean invoiced) {
        Instant booked = version == 1 ? at : at.minus(STEP);
        Instant starts =
                invoiced
                        ? at.minusSeconds(3600)
                        : end.plus(Duration.ofDays(3 + player.number() % 9));
        String json =
                """
                {"type":"appointment.changed","data":{"appointmentId":"a-%d","version":%d,"updatedAt":"%s",
                "state":"%s","bookedAt":"%s","startsAt":"%s","endsAt":"%s","division":null,"reference":null,
                "invoice":%s,"patient":{"id":"p-%d","firstName":"%s","lastName":"%s","email":"%s","phone":null,
                "dateOfBirth":null}}}\
                """
                        .formatted(
                                player.number(),
                                version,
                                at,
                                state,
                                booked,
                                starts,
                                starts.plusSeconds(1800),
                                invoiced
                                        ? "{\"id\":\"i-%d\",\"at\":\"%s\",\"amount\":\"95.00\",\"currency\":\"AUD\"}"
                                                .formatted(player.number(), at)
                                        : "null",
                                player.number(),
                                player.firstName(),
                                player.lastName(),
                                player.email());
        at(
                at,
                () ->
                        doors.webhook(
                                cast.connection(),
                                "demo-" + player.number() + "-" + version,
                                json));
    }

    private void at(Instant time, Runnable play) {
        if (time.isBefore(end)) {
            scenes.add(new Scene(time, play));
        }
    }

    /** Something that happens at a time. */
    private record Scene(Instant at, Runnable play) {}
}
