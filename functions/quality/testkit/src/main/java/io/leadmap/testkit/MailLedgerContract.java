package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.NoticeEntry;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Outcome;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.MailLimits;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What {@code MailLedger} promises: a mail is claimed once, and never lost from view. */
public interface MailLedgerContract extends StoreSuite {

    /** A mail of a macro. */
    static Email automatic(LeadStory story, int n) {
        return new Email(
                story.nextEmail(n),
                Email.Kind.AUTOMATIC,
                "M@example.com",
                List.of("anna@example.com"),
                "Practice <practice@example.com>",
                null,
                new Email.Text.OfMacro("hello", 1, Map.of("lead.firstName", "Monique")),
                null);
    }

    /** A mail that somebody wrote. */
    static Email written(LeadStory story, int n) {
        return new Email(
                story.nextEmail(n),
                Email.Kind.HAND_WRITTEN,
                "M@example.com",
                List.of(),
                "anna@example.com",
                "practice@example.com",
                new Email.Text.Written("Subject \u00e9", "<p>Long text</p>".repeat(100)),
                "care");
    }

    /** The commit that queues mails. */
    static Append queue(LeadStory story, Email... mails) {
        List<Entry> entries =
                List.of(mails).stream()
                        .<Entry>map(mail ->
                                new MailEntry.EmailQueued(
                                        mail.id(), mail.kind(), "Hello", null, mail.campaignId()))
                        .toList();
        return story.next(entries, List.of(mails), List.of(), List.of());
    }

    private LeadStory newStory() {
        return new LeadStory(newPractice(), newLead(), clock())
                .begin(store(), "m@example.com", null);
    }

    @Test
    default void a_queued_mail_is_found_as_it_was_decided() {
        LeadStory story = newStory();
        Email automatic = automatic(story, 1);
        Email written = written(story, 2);
        Instant at = clock().instant();
        LeadStory.store(store(), queue(story, automatic, written));

        Posted expected = Posted.queued(automatic, 1, at);
        PracticeId practice = automatic.id().practice();
        assertThat(store().mailLedger().find(automatic.id())).contains(expected);
        assertThat(store().mailLedger().find(written.id())).contains(Posted.queued(written, 1, at));
        assertThat(store().mailLedger().ofLead(practice, story.id()))
                .extracting(posted -> posted.email().id())
                .containsExactly(automatic.id(), written.id());
        assertThat(store().mailLedger().find(EmailId.of(practice, newLead(), 1, 1))).isEmpty();
    }

    @Test
    default void an_id_is_never_given_to_two_mails() {
        LeadStory story = newStory();
        Email first = automatic(story, 1);
        LeadStory.store(store(), queue(story, first));
        Email second =
                new Email(
                        first.id(),
                        Email.Kind.NOTICE,
                        "anna@example.com",
                        List.of(),
                        "practice@example.com",
                        null,
                        new Email.Text.Written("Another", "<p>Another</p>"),
                        null);

        Append again =
                story.next(
                        List.of(new NoticeEntry.OwnerNotified(second.id(), "anna")),
                        List.of(second),
                        List.of(),
                        List.of());

        assertThatThrownBy(() -> store().leads().append(again))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store().mailLedger().find(first.id()).orElseThrow().email()).isEqualTo(first);
    }

    @Test
    default void a_mail_is_claimed_by_one_sender_who_may_ask_again_and_readdress_it() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        LeadStory.store(store(), queue(story, mail));

        assertThat(store().mailLedger().readdress(mail.id(), "new@example.com")).isFalse();
        assertThat(store().mailLedger().claim(mail.id(), "one", clock().instant())).isTrue();
        assertThat(store().mailLedger().claim(mail.id(), "one", clock().instant())).isTrue();
        assertThat(store().mailLedger().claim(mail.id(), "two", clock().instant())).isFalse();
        assertThat(store().mailLedger().readdress(mail.id(), "new@example.com")).isTrue();
        assertThat(store().mailLedger().find(mail.id()).orElseThrow().email())
                .isEqualTo(mail.to("new@example.com"));

        Posted claimed = store().mailLedger().find(mail.id()).orElseThrow();
        assertThat(claimed.state()).isEqualTo(MailState.CLAIMED);
        assertThat(claimed.token()).isEqualTo("one");
    }

    @Test
    default void a_mail_that_is_settled_is_never_claimed_again() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        LeadStory.store(store(), queue(story, mail));
        store().mailLedger().claim(mail.id(), "one", clock().instant());
        LeadStory.store(store(), settle(story, mail, MailState.CLAIMED, MailState.SENT));

        assertThat(store().mailLedger().claim(mail.id(), "one", clock().instant())).isFalse();
        assertThat(store().mailLedger().find(mail.id()).orElseThrow().state())
                .isEqualTo(MailState.SENT);
    }

    @Test
    default void a_mail_remembers_what_was_told_of_it_and_who_was_asked() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        LeadStory.store(store(), queue(story, mail));
        store().mailLedger().claim(mail.id(), "one", clock().instant());
        Standing uncertain = Standing.of(MailState.UNCERTAIN).asked("anna");
        LeadStory.store(store(), settle(story, mail, MailState.CLAIMED, uncertain));
        assertThat(standing(mail)).isEqualTo(uncertain);

        Standing sent = uncertain.at(MailState.SENT).told(Outcome.SENT);
        LeadStory.store(store(), settle(story, mail, MailState.UNCERTAIN, sent));
        assertThat(standing(mail)).isEqualTo(sent);

        Instant since = store().mailLedger().find(mail.id()).orElseThrow().since();
        clock().advance(Duration.ofMinutes(1));
        Standing more = sent.told(Outcome.NOT_SPAM);
        LeadStory.store(store(), settle(story, mail, MailState.SENT, more));
        assertThat(standing(mail)).isEqualTo(more);
        assertThat(store().mailLedger().find(mail.id()).orElseThrow().since()).isEqualTo(since);
    }

    private Standing standing(Email mail) {
        return store().mailLedger().find(mail.id()).orElseThrow().standing();
    }

    private static Append settle(LeadStory story, Email mail, MailState from, MailState to) {
        return settle(story, mail, from, Standing.of(to));
    }

    private static Append settle(LeadStory story, Email mail, MailState from, Standing to) {
        Entry entry = new MailEntry.EmailSent(mail.id(), mail.to(), "Hello", "00");
        Settlement settlement = new Settlement(mail.id(), from, to);
        return story.next(List.of(entry), List.of(), List.of(settlement), List.of());
    }

    @Test
    default void a_notice_is_settled_without_a_history() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        LeadStory.store(store(), queue(story, mail));

        assertThat(
                        store().mailLedger()
                                .settle(
                                        mail.id(),
                                        MailState.CLAIMED,
                                        MailState.SENT,
                                        clock().instant()))
                .isFalse();
        store().mailLedger().claim(mail.id(), "one", clock().instant());
        assertThat(
                        store().mailLedger()
                                .settle(
                                        mail.id(),
                                        MailState.CLAIMED,
                                        MailState.SENT,
                                        clock().instant()))
                .isTrue();

        assertThat(store().mailLedger().find(mail.id()).orElseThrow().state())
                .isEqualTo(MailState.SENT);
    }

    @Test
    default void what_may_be_tried_is_seen_until_it_is_settled() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        Instant queued = clock().instant();
        LeadStory.store(store(), queue(story, mail));

        assertThat(due(queued.minusSeconds(1))).doesNotContain(mail.id());
        assertThat(due(queued)).contains(mail.id());

        clock().advance(Duration.ofMinutes(5));
        Instant claimed = clock().instant();
        store().mailLedger().claim(mail.id(), "one", claimed);
        assertThat(due(claimed)).contains(mail.id());

        LeadStory.store(store(), settle(story, mail, MailState.CLAIMED, MailState.UNCERTAIN));
        assertThat(due(claimed.plusSeconds(1))).doesNotContain(mail.id());
    }

    @Test
    default void a_mail_that_is_put_back_is_seen_again_when_its_time_comes() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        Instant now = clock().instant();
        LeadStory.store(store(), queue(story, mail));
        Waiting waiting = new Waiting(now, now.plusSeconds(3_600), Waiting.Reason.WINDOW, "closed");
        assertThat(store().mailLedger().putBack(mail.id(), waiting, now)).isFalse();

        store().mailLedger().claim(mail.id(), "one", now);
        assertThat(store().mailLedger().putBack(mail.id(), waiting, now)).isTrue();

        Posted posted = store().mailLedger().find(mail.id()).orElseThrow();
        assertThat(posted.state()).isEqualTo(MailState.QUEUED);
        assertThat(posted.waiting()).isEqualTo(waiting);
        assertThat(due(now.plusSeconds(3_599))).doesNotContain(mail.id());
        assertThat(due(now.plusSeconds(3_600))).contains(mail.id());

        assertThat(store().mailLedger().claim(mail.id(), "two", now)).isTrue();
        LeadStory.store(store(), settle(story, mail, MailState.CLAIMED, MailState.SENT));
        assertThat(store().mailLedger().find(mail.id()).orElseThrow().waiting()).isNull();
        assertThat(due(now.plusSeconds(3_600))).doesNotContain(mail.id());
    }

    @Test
    default void a_mail_that_is_held_is_released_by_the_commit_that_lets_it_go() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        Instant now = clock().instant();
        LeadStory.store(store(), queue(story, mail));
        hold(mail, now);
        clock().advance(Duration.ofHours(1));
        Standing queued = Standing.of(MailState.QUEUED);
        Settlement release = new Settlement(mail.id(), MailState.QUEUED, queued);
        Settlement readdress =
                new Settlement(mail.id(), MailState.QUEUED, queued, "new@example.com");
        LeadStory.store(
                store(),
                story.next(
                        List.of(new ContactEntry.NoteAdded("back", null)),
                        List.of(),
                        List.of(release, readdress),
                        List.of()));

        Posted posted = store().mailLedger().find(mail.id()).orElseThrow();
        assertThat(posted.waiting()).isNull();
        assertThat(posted.state()).isEqualTo(MailState.QUEUED);
        assertThat(posted.email()).isEqualTo(mail.to("new@example.com"));
        assertThat(due(clock().instant())).contains(mail.id());
    }

    @Test
    default void a_mail_that_is_held_is_released_by_its_sender() {
        LeadStory story = newStory();
        Email mail = automatic(story, 1);
        Instant now = clock().instant();
        LeadStory.store(store(), queue(story, mail));
        hold(mail, now);
        assertThat(due(now)).doesNotContain(mail.id());

        assertThat(store().mailLedger().release(mail.id(), now)).isTrue();
        assertThat(due(now)).contains(mail.id());
        assertThat(store().mailLedger().find(mail.id()).orElseThrow().waiting()).isNull();

        store().mailLedger().claim(mail.id(), "one", now);
        assertThat(store().mailLedger().release(mail.id(), now)).isFalse();
    }

    private void hold(Email mail, Instant now) {
        store().mailLedger().claim(mail.id(), "one", now);
        Waiting waiting =
                new Waiting(now, now.plusSeconds(86_400), Waiting.Reason.SUSPENSION, "suspended");
        assertThat(store().mailLedger().putBack(mail.id(), waiting, now)).isTrue();
    }

    @Test
    default void what_could_have_gone_out_first_is_seen_first() {
        LeadStory story = newStory();
        Email first = automatic(story, 1);
        Email second = automatic(story, 2);
        Instant now = clock().instant();
        LeadStory.store(store(), queue(story, first, second));
        store().mailLedger().claim(first.id(), "one", now);
        store().mailLedger()
                .putBack(
                        first.id(),
                        new Waiting(now, now.plusSeconds(60), Waiting.Reason.HANDOVER, "busy"),
                        now);

        assertThat(due(now.plusSeconds(60)))
                .filteredOn(id -> id.equals(first.id()) || id.equals(second.id()))
                .containsExactly(second.id(), first.id());
    }

    @Test
    default void what_is_queued_for_later_is_found_of_the_practices_that_are_asked_for() {
        LeadStory story = newStory();
        Email early = automatic(story, 1);
        Email late = automatic(story, 2);
        Email now = automatic(story, 3);
        Instant time = clock().instant();
        LeadStory.store(store(), queue(story, early, late, now));
        Waiting closed = new Waiting(time, time.plusSeconds(60), Waiting.Reason.WINDOW, "closed");
        store().mailLedger().claim(late.id(), "one", time);
        store().mailLedger()
                .putBack(
                        late.id(),
                        new Waiting(time, time.plusSeconds(90), Waiting.Reason.WINDOW, "closed"),
                        time);
        store().mailLedger().claim(early.id(), "one", time);
        store().mailLedger().putBack(early.id(), closed, time);

        assertThat(later(time, early.id().practice())).containsExactly(early.id(), late.id());
        assertThat(later(time.plusSeconds(60), early.id().practice())).containsExactly(late.id());
        assertThat(later(time, newPractice())).isEmpty();

        store().mailLedger().claim(early.id(), "two", time);
        assertThat(later(time, early.id().practice())).containsExactly(late.id());
        MailLedger.Later none = store().mailLedger().later(time, 0, any -> true);
        assertThat(none.mails()).isEmpty();
        assertThat(none.more()).isTrue();
    }

    private List<EmailId> later(Instant now, PracticeId practice) {
        return store().mailLedger().later(now, 10_000, practice::equals).mails().stream()
                .map(posted -> posted.email().id())
                .toList();
    }

    private List<EmailId> due(Instant now) {
        return store().mailLedger().due(now, 10_000).stream()
                .map(posted -> posted.email().id())
                .toList();
    }

    @Test
    default void an_hour_has_so_many_mails_and_no_more() {
        PracticeId practice = newPractice();
        Instant hour = Instant.parse("2026-03-02T09:00:00Z");
        MailLimits limits = store().mailLimits();

        assertThat(limits.take(practice, "AUTOMATIC", hour, 2, 3)).isEqualTo(2);
        assertThat(limits.take(practice, "AUTOMATIC", hour, 2, 3)).isEqualTo(1);
        assertThat(limits.take(practice, "AUTOMATIC", hour, 2, 3)).isZero();
        assertThat(limits.take(practice, "DRIP", hour, 1, 3)).isEqualTo(1);
        assertThat(limits.take(practice, "AUTOMATIC", hour.plusSeconds(3_600), 1, 3)).isEqualTo(1);
        assertThat(limits.take(newPractice(), "AUTOMATIC", hour, 1, 3)).isEqualTo(1);
    }
}
