package io.leadmap.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Command.Submission;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.HandsOver;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.TriggerEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.FieldValue.Text;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.practice.Trigger.Action;
import io.leadmap.leads.Sweep;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ports.Unavailable;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Whatever mix of triggers, notices, drips, forms and agents' mail a lead meets, every mail has an
 * id of its own and is sent once or says why not (domain section 7).
 */
class MailIdentityProperties {

    private static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));

    /** Nine weeks on it is the same time of the week, and every drip has had its turn. */
    private static final int DAYS = 63;

    /** How a lead begins. */
    enum Beginning {
        COMPLETE,
        WITHOUT_PHONE,
        SUSPECTED,
        RESEMBLING
    }

    /** What may happen to it then. */
    enum Happening {
        ENQUIRES,
        ASKS_FOR_MASSAGE,
        IS_COMPLETED,
        LOSES_ITS_PHONE,
        IS_RELEASED,
        IS_WRITTEN_TO,
        IS_ENROLLED,
        IS_STOPPED,
        IS_CALLED,
        UNSUBSCRIBES,
        IS_LOST,
        IS_REOPENED,
        IS_BOOKED,
        MAIL_IS_SENT,
        A_DAY_PASSES,
        THREE_DAYS_PASS
    }

    /** A practice's triggers and a lead's life with them. */
    record Mix(
            List<List<Action>> enquiry,
            List<List<Action>> massage,
            Beginning beginning,
            List<Happening> life) {}

    @Property(tries = 400)
    void every_mail_is_sent_once_or_says_why_not(@ForAll("mixes") Mix mix) {
        SendingDesk desk =
                new SendingDesk(MixedForms.with(triggers(mix.enquiry()), triggers(mix.massage())));
        desk.tries(Actor.LEAD, begin(mix.beginning()));
        mix.life().forEach(happening -> happens(desk, happening));
        for (int day = 0; day < DAYS; day++) {
            tick(desk);
            desk.passes(Duration.ofDays(1));
        }
        tick(desk);

        List<EmailId> said = identities(desk);
        assertThat(said).doesNotHaveDuplicates();
        List<Posted> ledger = desk.store.mailLedger().ofLead(desk.practice.id(), MailDesk.TIM);
        assertThat(ledger)
                .extracting(posted -> posted.email().id())
                .containsExactlyInAnyOrderElementsOf(said);
        assertThat(desk.arrived).extracting(OutgoingMail::id).doesNotHaveDuplicates();
        ledger.forEach(posted -> isExplained(desk, posted));
        assertThat(
                        desk.entries(TriggerEntry.TriggerFired.class).stream()
                                .flatMap(fired -> fired.actions().stream())
                                .filter(Action.EmailLead.class::isInstance))
                .as("every mail that a trigger says it has sent")
                .hasSameSizeAs(
                        desk.entries(MailEntry.EmailQueued.class).stream()
                                .filter(queued -> queued.kind() == Email.Kind.AUTOMATIC)
                                .toList());
        if (desk.tim().suspension().causes().isEmpty()) {
            assertThat(desk.tim().drips().live()).as("drips without end").isEmpty();
            assertThat(desk.tim().suspension().held()).isEmpty();
        }
    }

    /** The ids of all mails that were handed over, each made of the number of its entry. */
    private static List<EmailId> identities(SendingDesk desk) {
        List<EmailId> said = new ArrayList<>();
        for (Commit commit : desk.store.histories().read(desk.practice.id(), MailDesk.TIM)) {
            for (int i = 0; i < commit.entries().size(); i++) {
                if (commit.entries().get(i) instanceof HandsOver mail) {
                    assertThat(mail.emailId().value())
                            .contains("-" + (commit.firstSeq() + i) + "-");
                    said.add(mail.emailId());
                }
            }
        }
        return said;
    }

    private static void isExplained(SendingDesk desk, Posted posted) {
        EmailId id = posted.email().id();
        Waiting waiting = posted.waiting();
        if (posted.state() == MailState.QUEUED
                && waiting != null
                && waiting.reason() == Waiting.Reason.SUSPENSION) {
            assertThat(desk.tim().suspension().causes()).as("what holds %s", id).isNotEmpty();
            return;
        }
        boolean arrived = desk.arrived.stream().anyMatch(mail -> mail.id().equals(id));
        assertThat(posted.state())
                .as("%s", id)
                .isEqualTo(arrived ? MailState.SENT : MailState.SKIPPED);
        if (posted.email().kind() != Email.Kind.NOTICE) {
            assertThat(
                            desk.store.histories().read(desk.practice.id(), MailDesk.TIM).stream()
                                    .flatMap(commit -> commit.entries().stream())
                                    .filter(entry -> ends(entry, id)))
                    .as("%s", id)
                    .hasSize(1);
        }
    }

    private static boolean ends(Entry entry, EmailId mail) {
        return switch (entry) {
            case MailEntry.EmailSent sent -> sent.emailId().equals(mail);
            case MailEntry.EmailSkipped skipped -> skipped.emailId().equals(mail);
            default -> false;
        };
    }

    private static void tick(SendingDesk desk) {
        sweep(desk);
        send(desk);
    }

    /** What is due is done: nothing that stays due for ever goes by without a word. */
    private static void sweep(SendingDesk desk) {
        for (Sweep.Kind kind : List.of(Sweep.Kind.DRIP, Sweep.Kind.DEAD_LEAD)) {
            SortedMap<String, Long> counts = desk.sweep.run(kind, "test", Deadline.NONE);
            assertThat(counts.get("changed")).as("%s", counts).isEqualTo(counts.get("due"));
        }
    }

    private static void send(SendingDesk desk) {
        for (Posted posted : desk.store.mailLedger().ofLead(desk.practice.id(), MailDesk.TIM)) {
            try {
                desk.sender().send(posted.email().id());
            } catch (Unavailable e) {
                // waits, as the sending window may make it
            }
        }
    }

    private static Command begin(Beginning beginning) {
        Optional<Command.Resembled> resembled =
                beginning == Beginning.RESEMBLING
                        ? Optional.of(
                                new Command.Resembled(
                                        new LeadId("ann00000000000000000000000"), "noah"))
                        : Optional.empty();
        return new Command.BeginByForm(
                submission(
                        "enquiry",
                        beginning != Beginning.WITHOUT_PHONE,
                        beginning == Beginning.SUSPECTED),
                resembled);
    }

    private static Submission submission(String form, boolean phone, boolean spam) {
        Map<FieldKey, FieldValue> fields = new HashMap<>();
        fields.put(FieldKey.FIRST_NAME, new Text("Tim"));
        fields.put(FieldKey.LAST_NAME, new Text("Cook"));
        fields.put(FieldKey.EMAIL, new Text("tim@example.com"));
        if (phone) {
            fields.put(FieldKey.PHONE, new Text("+61400000001"));
        }
        return new Submission(
                form, Fields.of(new TreeMap<>(fields)), Attribution.NONE, null, null, spam);
    }

    private static void happens(SendingDesk desk, Happening happening) {
        switch (happening) {
            case ENQUIRES -> joins(desk, "enquiry");
            case ASKS_FOR_MASSAGE -> joins(desk, "massage");
            case IS_COMPLETED -> phone(desk, Optional.of(new Text("+61400000001")));
            case LOSES_ITS_PHONE -> phone(desk, Optional.empty());
            case IS_RELEASED -> desk.tries(AVA, new Command.Release(true));
            case IS_WRITTEN_TO ->
                    desk.tries(
                            AVA,
                            new Command.SendEmail("Hi", "<p>Hi</p>", null, List.of("noah"), true));
            case IS_ENROLLED -> desk.tries(AVA, new Command.EnrolDrip("physio-101"));
            case IS_STOPPED -> desk.tries(AVA, new Command.StopDrip("physio-101"));
            case IS_CALLED ->
                    desk.tries(
                            AVA,
                            new Command.LogCall(ContactEntry.CallLogged.Outcome.NO_ANSWER, null));
            case UNSUBSCRIBES ->
                    desk.store.mailLedger().ofLead(desk.practice.id(), MailDesk.TIM).stream()
                            .map(Posted::email)
                            .filter(mail -> mail.kind() != Email.Kind.NOTICE)
                            .findFirst()
                            .ifPresent(mail ->
                                    desk.tries(
                                            Actor.LEAD,
                                            new Command.Unsubscribe(mail.id(), mail.to())));
            case IS_LOST ->
                    desk.tries(
                            AVA,
                            new Command.SetStatus(
                                    Status.LOST, new LossReason("notInterested"), null));
            case IS_REOPENED ->
                    desk.tries(AVA, new Command.SetStatus(Status.CONTACTED, null, null));
            case IS_BOOKED -> desk.tries(AVA, new Command.SetStatus(Status.BOOKED, null, null));
            case MAIL_IS_SENT -> send(desk);
            case A_DAY_PASSES -> passes(desk, 1);
            case THREE_DAYS_PASS -> passes(desk, 3);
        }
    }

    private static void joins(SendingDesk desk, String form) {
        desk.tries(Actor.LEAD, new Command.JoinForm(submission(form, false, false)));
    }

    private static void phone(SendingDesk desk, Optional<FieldValue> phone) {
        desk.tries(AVA, new Command.EditFields(Map.of(FieldKey.PHONE, phone)));
    }

    private static void passes(SendingDesk desk, int days) {
        desk.passes(Duration.ofDays(days));
        sweep(desk);
    }

    private static List<Trigger> triggers(List<List<Action>> actions) {
        return IntStream.range(0, actions.size())
                .mapToObj(i -> new Trigger("t" + i, "Trigger " + i, true, actions.get(i)))
                .toList();
    }

    @Provide
    Arbitrary<Mix> mixes() {
        Arbitrary<List<List<Action>>> triggers =
                Arbitraries.<Action>of(
                                new Action.EmailLead("welcome"),
                                new Action.EmailLead("stories"),
                                new Action.EnrolDrip("physio-101"),
                                new Action.NotifyOwner())
                        .list()
                        .ofMinSize(1)
                        .ofMaxSize(3)
                        .list()
                        .ofMaxSize(3);
        return Combinators.combine(
                        triggers,
                        triggers,
                        Arbitraries.of(Beginning.class),
                        Arbitraries.of(Happening.class).list().ofMaxSize(12))
                .as(Mix::new);
    }
}
