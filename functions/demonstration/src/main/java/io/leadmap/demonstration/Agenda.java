package io.leadmap.demonstration;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Turns a script into times: people write when they do, agents work while the practice is open and
 * by their habits, patients come to their appointments. The same script and end give the same
 * turns.
 */
final class Agenda {

    /** The team has been busy: what came since then is for who starts the demonstration. */
    private static final Duration BUSY = Duration.ofHours(4);

    private static final Duration PHONE_BOOKING = Duration.ofMinutes(6);
    private static final Duration BOUNCED_AFTER = Duration.ofMinutes(2);
    private static final Duration UNTIL_ANSWERED = Duration.ofHours(2);
    private static final Duration VISIT = Duration.ofMinutes(40);
    private static final Duration AWAITED = Duration.ofMinutes(25);
    private static final Duration AFTERWARDS = Duration.ofMinutes(20);
    private static final Duration NOTICE = Duration.ofHours(20);
    private static final Duration BEFORE_CLOSING = Duration.ofMinutes(95);
    private static final Duration SHORT_NOTICE = Duration.ofMinutes(50);

    /** When people read what drips send. */
    private static final LocalTime EVENING = LocalTime.of(20, 15);

    private final Script script;
    private final OpenHours hours;
    private final Owners owners;
    private final Instant end;
    private final Instant untouchedSince;

    /** Who begins to work a lead. */
    @FunctionalInterface
    interface Owners {
        String of(Part part);
    }

    Agenda(Script script, OpenHours hours, Owners owners, Instant end) {
        this.script = script;
        this.hours = hours;
        this.owners = owners;
        this.end = end;
        Instant busySince = end.minus(BUSY);
        this.untouchedSince = hours.isOpenAt(busySince) ? busySince : hours.lastClosing(busySince);
    }

    /** Everything that happens before the end, in order. */
    List<Turn> turns() {
        List<Turn> turns = new ArrayList<>();
        LocalDate today = end.atZone(hours.zone()).toLocalDate();
        for (Part part : script.parts()) {
            boolean quietDay = part.isToday() && !hours.isOpenOn(today) && part.number() % 2 == 0;
            if (!quietDay) {
                turns.addAll(new Course(part, today).turns());
            }
        }
        return turns.stream()
                .filter(turn -> turn.at().isBefore(end))
                .sorted(Comparator.comparing(Turn::at))
                .toList();
    }

    /** One lead's. */
    private final class Course {
        private final Part part;
        private final Instant asked;
        private final List<Turn> turns = new ArrayList<>();
        private Instant now;
        private String agent;
        private String colleague = "";

        /** An agent has the lead in hand, so that the next act follows at once. */
        private boolean inHand;

        private Duration pause;
        private int bookings;
        private @Nullable Booking booking;

        Course(Part part, LocalDate today) {
            this.part = part;
            agent = owners.of(part);
            Instant written =
                    hours.at(part.day(today), part.time()).plusSeconds(part.number() * 37 % 60);
            boolean rings = part.door().equals(Part.PHONE);
            asked = rings ? hours.next(written) : written;
            now = asked;
            inHand = rings || part.door().equals(Part.PMS);
            pause = script.habit(agent).first();
        }

        List<Turn> turns() {
            turn(Act.ASK);
            boolean untouched = !asked.isBefore(untouchedSince);
            for (Act act : part.acts()) {
                if (!untouched || act.verb() == Act.Verb.BOUNCE) {
                    place(act);
                }
            }
            return turns;
        }

        private void place(Act act) {
            switch (act.verb()) {
                case ASK -> throw new IllegalArgumentException("a lead asks once");
                case WAIT -> {
                    pause = Script.duration(act.words());
                    inHand = false;
                }
                case BOUNCE -> {
                    now = now.plus(BOUNCED_AFTER);
                    turn(act);
                }
                case AGAIN, UNSUBSCRIBE -> inTheEvening(act);
                case REACHED, NOANSWER, VOICEMAIL, WRONG -> {
                    if (inHand) {
                        pause = script.habit(agent).again();
                        inHand = false;
                    }
                    work(act);
                }
                case NOTE, COMMENT, MAIL, STEPS, SOURCE, EMAIL, LOST, INVALID, SPAM -> work(act);
                case ASKS -> {
                    colleague = act.first();
                    work(act);
                }
                case ACCEPT -> {
                    answer(act);
                    agent = colleague;
                }
                case DECLINE -> answer(act);
                case BOOK, MOVE, CANCEL, KEEP, SEEN, MISS -> appointment(act);
            }
        }

        private void turn(Act act) {
            turns.add(new Turn(now, part, act, agent, booking));
        }

        /** By the agent, at once or after a while. */
        private void work(Act act) {
            if (!inHand) {
                now = slot(now.plus(pause).plus(Duration.ofMinutes(part.number() * 13 % 17)));
                inHand = true;
            }
            turn(act);
        }

        /** What came while nobody was there is worked one after the other in the morning. */
        private Instant slot(Instant wished) {
            Instant there = hours.next(wished);
            return there.equals(wished)
                    ? wished
                    : there.plus(Duration.ofSeconds(240 + part.number() * 431 % 3_000));
        }

        private void answer(Act act) {
            now = slot(now.plus(UNTIL_ANSWERED));
            inHand = true;
            turns.add(new Turn(now, part, act, colleague, null));
        }

        private void inTheEvening(Act act) {
            LocalTime time = EVENING.plusMinutes(part.number() * 7 % 90);
            Instant after = now.plus(pause);
            Instant evening = hours.at(after.atZone(hours.zone()).toLocalDate(), time);
            now = evening.isAfter(now) ? evening : after;
            turn(act);
            inHand = false;
            pause = script.habit(agent).first();
        }

        private void appointment(Act act) {
            Booking before = booking;
            if (act.verb() == Act.Verb.BOOK) {
                if (!inHand) {
                    now = slot(now.plus(pause));
                    inHand = true;
                }
                now = now.plus(PHONE_BOOKING);
                bookings++;
                booking = new Booking(part.number() + "-" + bookings, 1, now, time(act));
                turn(act);
                return;
            }
            if (before == null) {
                throw new IllegalArgumentException(part.name() + " has no appointment");
            }
            if (act.verb() == Act.Verb.MOVE) {
                now = slot(now.plus(NOTICE));
                booking = before.movedTo(time(act));
            } else {
                now = end(act.verb(), before.startsAt());
                booking = before.changed();
            }
            turn(act);
            inHand = false;
            pause = AFTERWARDS;
        }

        private Instant end(Act.Verb verb, Instant starts) {
            return switch (verb) {
                case CANCEL -> {
                    Instant eve = hours.lastClosing(starts).minus(BEFORE_CLOSING);
                    yield eve.isAfter(now) ? eve : starts.minus(SHORT_NOTICE);
                }
                case MISS -> starts.plus(AWAITED);
                default -> starts.plus(VISIT);
            };
        }

        /** {@code 3d 08:30} from now. */
        private Instant time(Act act) {
            int days = (int) Script.duration(act.first()).toDays();
            return hours.later(now, days, LocalTime.parse(act.rest()));
        }
    }
}
