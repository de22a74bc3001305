package io.leadmap.domain.decide;

import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry.CallLogged.Outcome;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;
import io.leadmap.domain.suppression.Suppression;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Any life of a lead: commands as they come, by anybody, with a ledger of its mails and one
 * appointment at the PMS.
 */
final class Life {

    private static final List<Actor> PEOPLE = List.of(Story.AVA, Story.NOAH, Story.MEI, Story.RUTH);
    private static final Cause CAUSE = new Cause(Cause.Kind.REQUEST, "r");

    private final Practice practice;
    private final List<Chapter> chapters = new ArrayList<>();
    private final List<Commit> history = new ArrayList<>();
    private final TreeMap<EmailId, Standing> ledger = new TreeMap<>();
    private final Map<EmailId, String> addresses = new TreeMap<>();
    private final Map<EmailId, Email> mails = new TreeMap<>();
    private Instant now = Story.START;
    private Appointment atPms = Visits.booked("a-0", Story.START, Visits.STARTS);
    private int appointments;
    private KnownAddresses known = KnownAddresses.NONE;
    private @Nullable Lead lead;

    Life(Practice practice) {
        this.practice = practice;
    }

    /**
     * One accepted command.
     *
     * @param before null for the first
     * @param known what was known of addresses afterwards
     */
    record Chapter(
            @Nullable Lead before,
            Command command,
            Actor actor,
            Decision.Accepted decision,
            KnownAddresses known) {

        /** What was known of the lead's address afterwards. */
        AddressState address() {
            String email = decision.after().email();
            AddressState clean =
                    AddressState.clean(email == null ? "" : IdentityKey.normalised(email));
            return known.states().getOrDefault(clean.address(), clean);
        }
    }

    /**
     * A random choice of what happens next.
     *
     * @param what which command
     * @param who which person, where persons matter
     * @param pick which value
     * @param hours how much later
     */
    record Step(int what, int who, int pick, int hours) {}

    List<Chapter> chapters() {
        return chapters;
    }

    List<Commit> history() {
        return history;
    }

    Practice practice() {
        return practice;
    }

    /** The story so far, for the report of a property that failed. */
    @Override
    public String toString() {
        StringBuilder story = new StringBuilder();
        chapters.forEach(c ->
                story.append("\n  ")
                        .append(c.command())
                        .append(" by ")
                        .append(c.actor().name())
                        .append(" -> ")
                        .append(c.decision().commit().entries()));
        return story.toString();
    }

    /** Lives through these steps. */
    Life live(List<Step> steps) {
        steps.forEach(this::step);
        return this;
    }

    private void step(Step step) {
        now = now.plus(Duration.ofHours(step.hours()));
        Lead before = lead;
        if (before == null) {
            Command.Beginning beginning = beginning(step);
            Actor actor = beginning instanceof Command.AddLead ? Story.AVA : Actor.LEAD;
            keep(
                    null,
                    beginning,
                    actor,
                    Decider.begin(Story.ID, beginning, context(beginning, actor)));
            return;
        }
        Command command = command(step, before);
        if (command instanceof Command.AdvanceDrip(String campaign) && step.pick() % 2 == 0) {
            now = // as a sweep does that runs often
                    before.drips()
                            .live(campaign)
                            .flatMap(run ->
                                    DueRules.nextMailAt(
                                            before, addressOf(before), run, practice, now))
                            .orElse(now);
        }
        Actor actor = actor(step, command);
        keep(before, command, actor, Decider.decide(before, command, context(command, actor)));
    }

    private void keep(@Nullable Lead before, Command command, Actor actor, Decision decision) {
        if (!(decision instanceof Decision.Accepted accepted)) {
            return;
        }
        for (Decision.Settlement settlement : accepted.settlements()) {
            Standing stands = ledger.get(settlement.emailId());
            if (stands == null || stands.state() != settlement.from()) {
                throw new AssertionError(settlement + " but the mail is " + stands);
            }
            ledger.put(settlement.emailId(), settlement.to());
        }
        for (Email mail : accepted.mails()) {
            addresses.put(mail.id(), mail.to());
            mails.put(mail.id(), mail);
            if (mail.kind() != Email.Kind.NOTICE
                    && ledger.put(mail.id(), Standing.of(MailState.QUEUED)) != null) {
                throw new AssertionError(mail.id() + " was posted before");
            }
        }
        accepted.addresses().forEach(state -> known = known.with(state));
        chapters.add(new Chapter(before, command, actor, accepted, known));
        history.add(accepted.commit());
        lead = accepted.after();
    }

    private Context context(Command command, Actor actor) {
        KnownAddresses read = KnownAddresses.NONE;
        for (String address : Addressed.by(lead, command)) {
            read = read.with(address(address));
        }
        return new Context(
                practice,
                actor,
                CAUSE,
                now,
                ledger.entrySet().stream()
                        .filter(e -> e.getValue().state() != MailState.QUEUED)
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()),
                read);
    }

    private AddressState addressOf(Lead of) {
        String email = of.email();
        return address(email == null ? "" : email);
    }

    private AddressState address(String email) {
        AddressState clean = AddressState.clean(IdentityKey.normalised(email));
        return known.states().getOrDefault(clean.address(), clean);
    }

    private static Actor actor(Step step, Command command) {
        return switch (command) {
            case Command.ReopenTrack _, Command.LiftSuppression _ -> Story.MEI;
            case Command.JoinForm _, Command.Unsubscribe _ -> Actor.LEAD;
            case Command.AdvanceDrip _,
                    Command.SweepDeadLead _,
                    Command.SettleEmail _,
                    Command.ObserveAppointment _,
                    Command.EndAppointmentDay _,
                    Command.FillFromPatient _ ->
                    Actor.SYSTEM;
            default -> PEOPLE.get(step.who() % PEOPLE.size());
        };
    }

    private Command.Beginning beginning(Step step) {
        return switch (step.what() % 4) {
            case 0 -> Story.add(Choices.fields(step.pick()));
            case 1 -> new Command.BeginByAppointment(Choices.fields(step.pick()), atPms);
            default ->
                    new Command.BeginByForm(
                            Choices.submission(step, step.what() % 8 == 3),
                            step.pick() % 4 == 1
                                    ? Optional.of(
                                            new Command.Resembled(new LeadId("lead0002"), "noah"))
                                    : Optional.empty());
        };
    }

    private Command command(Step step, Lead before) {
        int pick = step.pick();
        if (before.origin().channel() == Channel.PMS && before.owner() == null && step.who() == 0) {
            return Choices.takeOver(pick, before);
        }
        return switch (step.what() % 36) {
            case 0, 1 ->
                    new Command.SetStatus(
                            Choices.of(Status.values(), pick),
                            Choices.reason(pick / 8),
                            Choices.comment(pick));
            case 2 -> Choices.lost(pick);
            case 3 -> new Command.ChangeOwner(Choices.person(pick));
            case 4 -> new Command.RequestTransfer(String.valueOf(Choices.person(pick)));
            case 5 -> new Command.AcceptTransfer(null);
            case 6 -> new Command.DeclineTransfer(Choices.comment(pick));
            case 7 -> new Command.WithdrawTransfer(null);
            case 8 ->
                    pick % 3 == 0
                            ? new Command.IgnoreDuplicate(new LeadId("lead0002"))
                            : new Command.Release(pick % 2 == 0);
            case 9, 10, 11 ->
                    new Command.LogCall(
                            Choices.of(Outcome.values(), pick % 3 + 1), Choices.comment(pick));
            case 12 -> new Command.LogCall(Outcome.REACHED, null);
            case 13 -> new Command.AddNote("<p>{{lead.firstName}}</p>", null);
            case 14 ->
                    new Command.SendEmail("Hello", "<p>Hello</p>", null, List.of(), pick % 2 == 0);
            case 15 -> new Command.EnrolDrip(Choices.campaign(pick));
            case 16 -> new Command.StopDrip(Choices.campaign(pick));
            case 17, 18 ->
                    new Command.AdvanceDrip(
                            before.drips().live().isEmpty()
                                    ? Choices.campaign(pick)
                                    : before.drips().live().getFirst().campaignId());
            case 19, 20 -> new Command.SweepDeadLead();
            case 21, 22 -> settle(step, before);
            case 23 -> left(step, before);
            case 24 -> new Command.JoinForm(Choices.submission(step, false));
            case 25 -> Choices.edit(pick);
            case 26, 30, 31, 32, 33, 34, 35 -> Choices.map(pick);
            case 27 -> new Command.EndAppointmentDay();
            default -> observe(pick);
        };
    }

    private Command settle(Step step, Lead before) {
        if (ledger.isEmpty()) {
            return new Command.FillFromPatient(Choices.fields(step.pick()));
        }
        EmailId mail = List.copyOf(ledger.keySet()).get(step.who() % ledger.size());
        Standing found = Objects.requireNonNull(ledger.get(mail));
        if (found.state() == MailState.UNCERTAIN && step.hours() % 2 == 0) {
            return new Command.SettleUncertain(
                    Objects.requireNonNull(mails.get(mail)),
                    found,
                    step.pick() % 2 == 0 ? null : new Email.Text.Written("Again", "<p>Again</p>"));
        }
        News news =
                switch (step.pick() % 8) {
                    case 0, 1 -> new News.Sent("Subject", "hash");
                    case 2 -> new News.Delivered();
                    case 3 -> new News.Bounced(true, "gone");
                    case 4 -> new News.Bounced(false, "full");
                    case 5 -> new News.Complained(step.hours() % 2 == 0 ? "abuse" : "not-spam");
                    case 6 -> new News.Failed("refused");
                    default -> new News.Uncertain("time-out");
                };
        Standing stands = Objects.requireNonNull(ledger.get(mail));
        if (stands.state() == MailState.QUEUED && before.revision().seq() % 2 == 0) {
            ledger.put(mail, stands.at(MailState.CLAIMED));
        }
        return new Command.SettleEmail(
                mail,
                Objects.requireNonNull(addresses.get(mail)),
                Objects.requireNonNull(ledger.get(mail)),
                news);
    }

    /**
     * The person leaves by a link in a mail that went to any address of theirs, or is let in again.
     */
    private Command left(Step step, Lead before) {
        String email = before.email();
        if (addresses.isEmpty() || email == null) {
            return new Command.HeedAddress();
        }
        return switch (step.pick() % 4) {
            case 0 ->
                    new Command.LiftSuppression(
                            Choices.of(Suppression.Kind.values(), step.who()),
                            IdentityKey.normalised(email),
                            "asked for it");
            case 1 -> new Command.JoinForm(Choices.consenting(email));
            default ->
                    new Command.Unsubscribe(
                            List.copyOf(addresses.keySet()).get(step.who() % addresses.size()),
                            List.copyOf(addresses.values()).get(step.who() % addresses.size()));
        };
    }

    private Command observe(int pick) {
        atPms =
                switch (pick % 10) {
                    case 0 ->
                            Visits.booked("a-" + ++appointments, now, now.plus(Duration.ofDays(2)));
                    case 1 -> Visits.now(atPms, State.BOOKED);
                    case 2 -> Visits.now(atPms, State.ARRIVED);
                    case 3 -> Visits.now(atPms, State.COMPLETED);
                    case 4 -> Visits.now(atPms, State.CANCELLED);
                    case 5 -> Visits.now(atPms, State.DID_NOT_ARRIVE);
                    case 6 -> Visits.now(atPms, State.DELETED);
                    case 7 -> Visits.invoiced(atPms, now.toString());
                    case 8 -> Visits.moved(atPms, atPms.startsAt().plus(Duration.ofDays(pick % 4)));
                    default -> Visits.voided(atPms);
                };
        return Visits.observe(atPms);
    }
}
