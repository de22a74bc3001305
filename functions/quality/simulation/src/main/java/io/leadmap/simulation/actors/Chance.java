package io.leadmap.simulation.actors;

import io.leadmap.simulation.actors.MailServiceTells.News;
import io.leadmap.simulation.actors.SendForm.Form;
import io.leadmap.simulation.world.Mishap;
import io.leadmap.simulation.world.Strike.Aim;
import io.leadmap.simulation.world.World;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Makes up what happens, from one seed and nothing else. */
public final class Chance {

    private static final List<Integer> MINUTES =
            List.of(1, 11, 60 * 5, 60 * 9, 60 * 14, 60 * 24, 60 * 24 * 2, 60 * 24 * 5);
    private static final List<String> STATES =
            List.of(
                    "booked",
                    "booked",
                    "arrived",
                    "completed",
                    "cancelled",
                    "didNotArrive",
                    "deleted");
    private static final List<Mishap> FAULTS =
            List.of(
                    Mishap.THROTTLED,
                    Mishap.CONFLICT,
                    Mishap.REPEATED,
                    Mishap.ANSWER_LOST,
                    Mishap.KILLED_BEFORE,
                    Mishap.KILLED_AFTER);

    /** What most things come together in. */
    private static final List<String> MAILING = List.of("MailSender", "DripSweep");

    private static final List<Aim> AIMS =
            List.of(Aim.ANY, Aim.WRITE, Aim.WRITE, Aim.HANDOVER, Aim.HANDOVER);

    private final Random random;
    private final Meetings meetings;
    private int messages;

    private Chance(long seed) {
        random = new Random(seed);
        meetings = new Meetings(random, () -> ++messages);
    }

    /** What happens in the world of a seed. */
    public static List<StruckAction> steps(long seed, int count) {
        Chance chance = new Chance(seed);
        List<StruckAction> steps = new ArrayList<>();
        if (chance.random.nextInt(4) != 0) {
            chance.beginning().forEach(action -> steps.add(chance.step(action)));
        }
        while (steps.size() < count) {
            if (chance.random.nextInt(12) == 0) {
                steps.addAll(chance.meetings.next());
            } else {
                steps.add(chance.step());
            }
        }
        return List.copyOf(steps.subList(0, count));
    }

    /** So that most stories have leads, mails and drips from early on. */
    private List<Action> beginning() {
        Action mails = new StreamFlows("MailSender.Ledger");
        Action sweep = new ScheduleTicks("DripSweep");
        return List.of(
                form(),
                form(),
                mails,
                new TimePasses(Duration.ofDays(2)),
                form(),
                sweep,
                mails,
                new TimePasses(Duration.ofMinutes(one(MINUTES))),
                new ScheduleTicks("MailSender"));
    }

    private StruckAction step() {
        return step(action());
    }

    private StruckAction step(Action action) {
        int odds = random.nextInt(100);
        Aim aim = one(AIMS);
        int call = 1 + random.nextInt(aim == Aim.ANY ? 24 : 4);
        if (odds < 15) {
            int times = random.nextInt(4) == 0 ? 8 : 1;
            return StruckAction.struck(action, aim, call, times, one(FAULTS));
        }
        if (odds < 27) {
            return StruckAction.meanwhile(action, aim, call, concurrent(action));
        }
        return StruckAction.of(action);
    }

    /** Often the same again, by another copy; else anything but the passing of time. */
    private Action concurrent(Action action) {
        if (random.nextInt(3) == 0 && !(action instanceof TimePasses)) {
            return action;
        }
        Action other = action();
        while (other instanceof TimePasses) {
            other = action();
        }
        return other;
    }

    private Action action() {
        int odds = random.nextInt(100);
        if (odds < 16) {
            return form();
        }
        if (odds < 31) {
            return new WorkOnLead(
                    practice(), random.nextInt(8), one(List.of("ava", "noah", "mei")), work());
        }
        if (odds < 33) {
            return new GiveAddress(practice(), random.nextInt(8), stranger());
        }
        if (odds < 35) {
            return new AddByHand(practice(), stranger());
        }
        if (odds < 42) {
            return appointment();
        }
        if (odds < 49) {
            return new MailServiceTells(random.nextInt(4), one(List.of(News.values())));
        }
        if (odds < 51) {
            return new FollowLink(random.nextInt(3));
        }
        if (odds < 55) {
            return new Configure(practice(), one(List.of(Configure.Change.values())));
        }
        if (odds < 57) {
            return new LiftAddress(practice(), random.nextInt(3));
        }
        if (odds < 69) {
            return new TimePasses(Duration.ofMinutes(one(MINUTES)));
        }
        if (odds < 82) {
            return new ScheduleTicks(
                    random.nextInt(3) == 0 ? one(World.scheduled()) : one(MAILING));
        }
        return odds < 99
                ? new StreamFlows(
                        random.nextInt(2) == 0 ? one(World.streams()) : "MailSender.Ledger")
                : new StreamForgets(one(World.streams()));
    }

    /** Sometimes the same form as before. */
    private SendForm form() {
        if (random.nextInt(6) != 0) {
            messages++;
        }
        Spelling spelling = random.nextBoolean() ? Spelling.PLAIN : one(List.of(Spelling.values()));
        Form form = random.nextInt(4) == 0 ? Form.TRAINING : Form.ENQUIRY;
        return new SendForm(
                practice(), form, stranger(), spelling, random.nextInt(4) == 0, messages);
    }

    private PmsTells appointment() {
        int appointment = random.nextInt(4);
        return new PmsTells(
                practice(),
                random.nextInt(4) == 0 ? stranger() : appointment,
                appointment,
                1 + random.nextInt(5),
                one(STATES),
                random.nextInt(4) == 0,
                1 + random.nextInt(9));
    }

    private Work work() {
        return one(List.of(Work.values()));
    }

    private int stranger() {
        return random.nextInt(Stranger.COUNT);
    }

    /** Most happens in one practice, so that things meet. */
    private String practice() {
        return World.PRACTICES.get(random.nextInt(5) == 0 ? 1 : 0);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
