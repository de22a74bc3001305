package io.leadmap.mailsender;

import static io.leadmap.domain.mail.Email.Kind.AUTOMATIC;
import static io.leadmap.domain.mail.Email.Kind.DRIP;
import static io.leadmap.domain.mail.Email.Kind.NOTICE;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.leads.Sweep;
import io.leadmap.mailsender.SendMail.Attempt;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailTransport.Handover;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ports.Unavailable;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

class SendMailTest {

    private static final Actor AVA = Actor.person("ava", "Ava", Set.of(Role.AGENT));

    private final SendingDesk desk = new SendingDesk();

    @Test
    void a_queued_mail_is_sent_once_and_the_history_says_so() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();

        assertThat(desk.sender().send(welcome)).isEqualTo(Attempt.SENT);
        assertThat(desk.sender().send(welcome)).isEqualTo(Attempt.ANOTHERS);

        assertThat(desk.arrived).hasSize(1);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
        assertThat(desk.history()).containsOnlyOnce(MailEntry.EmailSent.class);
    }

    @Test
    void two_senders_at_once_send_one_mail() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        SendMail[] second = new SendMail[1];
        SendMail first =
                desk.sender(
                        mail -> {
                            second[0].send(welcome);
                            return desk.arrives(mail);
                        },
                        desk.store.mailLedger());
        second[0] = desk.sender();

        first.send(welcome);

        assertThat(desk.arrived).hasSize(1);
    }

    @Test
    void
            an_answer_of_the_mail_service_that_was_lost_makes_the_mail_uncertain_and_never_sends_it_again() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        AtomicInteger sent = new AtomicInteger();
        SendMail sender =
                desk.sender(
                        mail -> {
                            sent.incrementAndGet();
                            return new Handover.Unknown("the answer was lost");
                        },
                        desk.store.mailLedger());

        sender.send(welcome);
        sender.send(welcome);

        assertThat(sent).hasValue(1);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.UNCERTAIN);
        assertThat(desk.history()).contains(MailEntry.EmailUncertain.class);
        assertThat(desk.store.toDos().open(desk.practice.id(), "ava", 10)).hasSize(1);
    }

    @Test
    void an_uncertain_mail_is_settled_by_its_event() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        desk.sender(mail -> new Handover.Unknown("the answer was lost"), desk.store.mailLedger())
                .send(welcome);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.UNCERTAIN);

        assertThat(desk.settle.sent(welcome)).isTrue();

        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
        assertThat(desk.history()).containsOnlyOnce(MailEntry.EmailSent.class);
    }

    @Test
    void a_claim_whose_answer_was_lost_is_still_ours() {
        desk.timAsks();
        AtomicInteger claims = new AtomicInteger();
        MailLedger ledger =
                new Wrapped(desk.store.mailLedger()) {
                    @Override
                    public boolean claim(EmailId id, String token, Instant now) {
                        boolean claimed = super.claim(id, token, now);
                        if (claims.incrementAndGet() == 1) {
                            throw new Unavailable("the answer was lost", null);
                        }
                        return claimed;
                    }
                };

        assertThat(desk.sender(desk::arrives, ledger).send(desk.mail(AUTOMATIC).email().id()))
                .isEqualTo(Attempt.SENT);

        assertThat(desk.arrived).hasSize(1);
    }

    @Test
    void a_throttled_mail_goes_back_into_the_queue_and_is_sent_later() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        SendMail throttled =
                desk.sender(mail -> new Handover.NotYet("throttled"), desk.store.mailLedger());

        assertThat(throttled.send(welcome)).isEqualTo(Attempt.NOT_TAKEN);
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.QUEUED);
        assertThat(desk.sender().send(welcome)).isEqualTo(Attempt.WAITS);

        desk.passes(Duration.ofMinutes(1));
        assertThat(desk.sender().send(welcome)).isEqualTo(Attempt.SENT);
        assertThat(desk.arrived).hasSize(1);
    }

    @Test
    void a_mail_that_the_service_refuses_has_failed_and_says_why() {
        desk.timAsks();
        desk.sender(mail -> new Handover.Rejected("not verified"), desk.store.mailLedger())
                .send(desk.mail(AUTOMATIC).email().id());

        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.FAILED);
        assertThat(desk.history()).contains(MailEntry.EmailFailed.class);
    }

    @Test
    void what_may_not_be_sent_any_more_is_skipped_at_the_last_moment() {
        desk.timAsks();
        EmailId welcome = desk.mail(AUTOMATIC).email().id();
        MailLedger ledger =
                new Wrapped(desk.store.mailLedger()) {
                    @Override
                    public boolean claim(EmailId id, String token, Instant now) {
                        boolean claimed = super.claim(id, token, now);
                        desk.writer.write(
                                id.practice(),
                                id.lead(),
                                AVA,
                                new Cause(Cause.Kind.REQUEST, "r"),
                                new Command.SetStatus(Status.INVALID, null, null));
                        return claimed;
                    }
                };

        assertThat(desk.sender(desk::arrives, ledger).send(welcome)).isEqualTo(Attempt.ENDED);

        assertThat(desk.arrived).isEmpty();
        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SKIPPED);
    }

    @Test
    void mail_by_hand_and_the_answer_to_a_form_reach_one_who_has_unsubscribed() {
        desk.timAsks();
        desk.unsubscribes(AUTOMATIC);
        desk.happens(
                AVA,
                new Command.SendEmail(
                        "Hello {{lead.firstName}}",
                        "<p>Call us.</p>",
                        null,
                        List.of("noah"),
                        false));

        desk.sender().send(desk.mail(AUTOMATIC).email().id());
        desk.sender().send(desk.mail(Email.Kind.HAND_WRITTEN).email().id());

        assertThat(desk.state(AUTOMATIC)).isEqualTo(MailState.SENT);
        OutgoingMail mail = desk.arrived.getLast();
        assertThat(mail.from()).isEqualTo("Ava from Brightwater <brightwater@mail.example>");
        assertThat(mail.replyTo()).isEqualTo("frontdesk@brightwater.example");
        assertThat(mail.copies()).containsExactly("noah@brightwater.example");
        assertThat(mail.unsubscribe()).isNull();
    }

    @Test
    void a_notice_to_a_person_is_in_the_ledger_and_in_no_history() {
        desk.timAsks();
        long entries = desk.tim().revision().seq();
        EmailId notice = desk.mail(NOTICE).email().id();

        desk.sender().send(notice);
        desk.settle.settle(notice, new News.Delivered());

        assertThat(desk.state(NOTICE)).isEqualTo(MailState.DELIVERED);
        assertThat(desk.tim().revision().seq()).isEqualTo(entries);
        assertThat(desk.arrived.getFirst().to()).isEqualTo("ava@brightwater.example");
    }

    @Test
    void values_are_escaped_in_html_and_plain_in_the_text_alternative() {
        desk.timAsks();
        desk.sender().send(desk.mail(AUTOMATIC).email().id());

        OutgoingMail mail = desk.arrived.getFirst();
        assertThat(mail.subject()).isEqualTo("Thank you, Tim <b>");
        assertThat(mail.html())
                .contains("Dear Tim &lt;b&gt;,")
                .doesNotContain("<b>", "List-Unsubscribe");
        assertThat(mail.text())
                .startsWith("Dear Tim <b>,\n\nthank you for asking Brightwater Physiotherapy");
        assertThat(mail.unsubscribe()).isNull();
    }

    @Test
    void a_drip_mail_carries_the_link_and_the_postal_address() {
        desk.timAsks();
        desk.passes(Duration.ofDays(3)); // Monday, inside the window
        desk.sweep.run(Sweep.Kind.DRIP, "drip-sweep", Deadline.NONE);
        desk.sender().send(desk.mail(DRIP).email().id());

        OutgoingMail mail = desk.arrived.getFirst();
        assertThat(String.valueOf(mail.unsubscribe()))
                .startsWith("https://leadmap.example/unsubscribe/brightwater-tim");
        assertThat(mail.html())
                .contains("12 Harbour Street", "href=\"" + mail.unsubscribe() + "\"");
        assertThat(mail.text())
                .contains("12 Harbour Street", "Unsubscribe (" + mail.unsubscribe() + ")");
    }

    /** A ledger to change one call of. */
    static class Wrapped implements MailLedger {
        private final MailLedger ledger;

        Wrapped(MailLedger ledger) {
            this.ledger = ledger;
        }

        @Override
        public Optional<Posted> find(EmailId id) {
            return ledger.find(id);
        }

        @Override
        public List<Posted> ofLead(PracticeId practice, LeadId lead) {
            return ledger.ofLead(practice, lead);
        }

        @Override
        public boolean claim(EmailId id, String token, Instant now) {
            return ledger.claim(id, token, now);
        }

        @Override
        public boolean settle(EmailId id, MailState from, MailState to, Instant now) {
            return ledger.settle(id, from, to, now);
        }

        @Override
        public boolean putBack(EmailId id, Waiting waiting, Instant now) {
            return ledger.putBack(id, waiting, now);
        }

        @Override
        public boolean readdress(EmailId id, String to) {
            return ledger.readdress(id, to);
        }

        @Override
        public boolean release(EmailId id, Instant now) {
            return ledger.release(id, now);
        }

        @Override
        public List<Posted> due(Instant now, int limit) {
            return ledger.due(now, limit);
        }

        @Override
        public Later later(Instant now, int limit, Predicate<PracticeId> wanted) {
            return ledger.later(now, limit, wanted);
        }
    }
}
