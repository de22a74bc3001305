package io.leadmap.simulation.actors;

import io.leadmap.simulation.actors.MailServiceTells.News;
import io.leadmap.simulation.actors.SendForm.Form;
import io.leadmap.simulation.world.Strike.Aim;
import io.leadmap.simulation.world.World;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntSupplier;

/**
 * Short runs of steps in which rules meet that single steps bring together too seldom: one person
 * with several leads, one address on and off a lead, a suspension that ends while mail is held, and
 * one person twice at once.
 */
final class Meetings {

    /** With a phone and an email, and nothing to suspect. */
    private static final List<Spelling> COMPLETE =
            List.of(Spelling.PLAIN, Spelling.SHOUTED, Spelling.SPACED, Spelling.DECOMPOSED);

    private static final Action MAILS = new StreamFlows("MailSender.Ledger");

    private final Random random;
    private final IntSupplier messages;

    /**
     * @param messages numbers each submission anew
     */
    Meetings(Random random, IntSupplier messages) {
        this.random = random;
        this.messages = messages;
    }

    /** One of them. */
    List<StruckAction> next() {
        String practice = one(World.PRACTICES);
        int stranger = random.nextInt(Stranger.COUNT);
        return switch (random.nextInt(4)) {
            case 0 -> severalLeads(practice, stranger);
            case 1 -> awayAndBack(practice, stranger);
            case 2 -> reinstated(practice, stranger);
            default -> List.of(atOnce(practice, stranger));
        };
    }

    /** News of one lead's mail come while something leads to mail of another. */
    private List<StruckAction> severalLeads(String practice, int stranger) {
        List<StruckAction> steps = new ArrayList<>();
        steps.add(StruckAction.of(form(practice, stranger, Form.ENQUIRY)));
        steps.add(StruckAction.of(MAILS));
        if (random.nextBoolean()) {
            steps.add(StruckAction.of(new TimePasses(Duration.ofDays(2))));
            steps.add(StruckAction.of(new ScheduleTicks("DripSweep")));
            steps.add(StruckAction.of(MAILS));
        }
        Action other =
                switch (random.nextInt(5)) {
                    case 0 -> new AddByHand(practice, stranger);
                    case 1 -> new GiveAddress(practice, random.nextInt(8), stranger);
                    case 2 -> new WorkOnLead(practice, random.nextInt(8), "ava", Work.EMAIL);
                    default -> form(practice, stranger, Form.TRAINING);
                };
        if (random.nextInt(3) == 0) {
            steps.add(StruckAction.of(other));
            steps.add(StruckAction.of(endsMail()));
        } else {
            steps.add(meanwhile(other, endsMail()));
        }
        steps.add(StruckAction.of(MAILS));
        return steps;
    }

    /** An address leaves a lead, is told to be bad, and comes back. */
    private List<StruckAction> awayAndBack(String practice, int stranger) {
        return List.of(
                StruckAction.of(form(practice, stranger, Form.ENQUIRY)),
                StruckAction.of(MAILS),
                StruckAction.of(new GiveAddress(practice, Calls.NEWEST, stranger + 1)),
                StruckAction.of(form(practice, stranger + 1, Form.TRAINING)),
                StruckAction.of(endsMail()),
                meanwhile(new GiveAddress(practice, Calls.NEWEST - 1, stranger), endsMail()),
                StruckAction.of(MAILS));
    }

    /** What suspends a lead ends at each moment of the sending of its mail. */
    private List<StruckAction> reinstated(String practice, int stranger) {
        boolean isPhone = random.nextBoolean();
        Action back =
                isPhone
                        ? new WorkOnLead(practice, Calls.NEWEST, "ava", Work.PHONE)
                        : new GiveAddress(practice, Calls.NEWEST, stranger);
        return List.of(
                StruckAction.of(form(practice, stranger, Form.ENQUIRY)),
                StruckAction.of(
                        new WorkOnLead(
                                practice,
                                Calls.NEWEST,
                                "noah",
                                isPhone ? Work.PHONE_GONE : Work.EMAIL_GONE)),
                meanwhile(random.nextBoolean() ? MAILS : new ScheduleTicks("MailSender"), back));
    }

    private StruckAction atOnce(String practice, int stranger) {
        return meanwhile(
                form(practice, stranger, Form.ENQUIRY), form(practice, stranger, Form.ENQUIRY));
    }

    private StruckAction meanwhile(Action action, Action other) {
        return StruckAction.meanwhile(action, Aim.WRITE, 1 + random.nextInt(4), other);
    }

    /** It ends mail to an address, or marketing mail. */
    private Action endsMail() {
        return switch (random.nextInt(3)) {
            case 0 -> new FollowLink(random.nextInt(2));
            case 1 -> new MailServiceTells(random.nextInt(4), News.HARD_BOUNCE);
            default -> new MailServiceTells(random.nextInt(4), News.COMPLAINT);
        };
    }

    private SendForm form(String practice, int stranger, Form form) {
        return new SendForm(practice, form, stranger, one(COMPLETE), false, messages.getAsInt());
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
