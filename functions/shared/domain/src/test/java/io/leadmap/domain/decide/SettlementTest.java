package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.Command.SettleEmail;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Outcome;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.Suppression.Kind;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What becomes of a mail (domain section 7). */
class SettlementTest {

    private static final String TO = "monique@example.com";
    private static final News SENT = new News.Sent("Welcome", "ab12");
    private static final News DELIVERED = new News.Delivered();
    private static final News BOUNCED = new News.Bounced(true, "no such user");
    private static final News SOFT = new News.Bounced(false, "mailbox full");
    private static final News COMPLAINED = new News.Complained("abuse");
    private static final News NOT_SPAM = new News.Complained("not-spam");
    private static final News SKIPPED = new News.Skipped("closed");
    private static final News FAILED = new News.Failed("rejected");
    private static final News UNCERTAIN = new News.Uncertain("time-out");

    /** Every piece of news with the state that it moves a mail to, the least grave first. */
    private static final Map<News, MailState> BY_GRAVITY = new LinkedHashMap<>();

    static {
        BY_GRAVITY.put(UNCERTAIN, MailState.UNCERTAIN);
        BY_GRAVITY.put(SKIPPED, MailState.SKIPPED);
        BY_GRAVITY.put(SENT, MailState.SENT);
        BY_GRAVITY.put(SOFT, MailState.SOFT_BOUNCED);
        BY_GRAVITY.put(DELIVERED, MailState.DELIVERED);
        BY_GRAVITY.put(FAILED, MailState.FAILED);
        BY_GRAVITY.put(BOUNCED, MailState.BOUNCED);
        BY_GRAVITY.put(COMPLAINED, MailState.COMPLAINED);
    }

    @Test
    void graver_news_moves_a_mail_and_less_grave_news_moves_nothing() {
        List<MailState> order = new ArrayList<>(List.of(MailState.QUEUED, MailState.CLAIMED));
        order.addAll(BY_GRAVITY.values());
        BY_GRAVITY.forEach((news, to) -> {
            for (MailState known : MailState.values()) {
                Story story = Story.ofEnquiry().by(Actor.SYSTEM);
                SettleEmail settle = new SettleEmail(welcome(story), TO, Standing.of(known), news);
                boolean isGraver = order.indexOf(to) > order.indexOf(known);
                boolean isOwn = news.equals(UNCERTAIN) || news.equals(SKIPPED);
                if (!isGraver && isOwn) {
                    story.thenNothing(settle);
                    continue;
                }
                story.then(settle);
                Decision.Settlement first = story.last().settlements().getFirst();
                assertThat(first.from()).isEqualTo(known);
                assertThat(first.to().state()).isEqualTo(isGraver ? to : known);
                assertThat(story.lead().mail().pending()).isEmpty();
            }
        });
    }

    @Test
    void what_is_told_again_changes_nothing_wherever_the_mail_stands() {
        for (News news : List.of(SENT, SOFT, DELIVERED, FAILED, BOUNCED, COMPLAINED, NOT_SPAM)) {
            Story story = settled(MailState.SENT, news);
            Standing told = story.last().settlements().getFirst().to();
            for (MailState graver : MailState.values()) {
                story.thenNothing(new SettleEmail(mail(), TO, told.at(graver), news));
            }
        }
    }

    @Test
    void an_out_of_office_after_a_delivery_leaves_the_mail_delivered() {
        Story story = settled(MailState.DELIVERED, SOFT);
        assertThat(story.entries())
                .containsExactly(new MailEntry.EmailBounced(mail(), false, false, "mailbox full"));
        assertThat(story.last().settlements())
                .containsExactly(
                        new Decision.Settlement(
                                mail(),
                                MailState.DELIVERED,
                                Standing.of(MailState.DELIVERED).told(Outcome.SOFT_BOUNCE)));
    }

    @Test
    void who_says_that_a_mail_is_no_spam_has_not_complained() {
        Story story = settled(MailState.DELIVERED, NOT_SPAM);
        assertThat(story.entries())
                .containsExactly(new MailEntry.EmailComplained(mail(), false, "not-spam"));
        assertThat(story.address(TO).block()).isEmpty();
        assertThat(story.lead().drips().live()).hasSize(1);
        assertThat(story.last().settlements().getFirst().to().state())
                .isEqualTo(MailState.DELIVERED);
    }

    @Test
    void a_to_do_about_an_uncertain_mail_ends_when_it_is_settled() {
        for (News news : List.of(SENT, DELIVERED, SOFT, FAILED, BOUNCED, COMPLAINED, SKIPPED)) {
            Story story = settled(MailState.CLAIMED, UNCERTAIN);
            Standing uncertain = story.last().settlements().getFirst().to();
            assertThat(uncertain.asked()).isEqualTo("ava");
            story.by(Story.AVA).then(new Command.ChangeOwner("noah")).by(Actor.SYSTEM);
            story.then(new SettleEmail(mail(), TO, uncertain, news));
            assertThat(story.last().ended())
                    .containsExactly(new ToDo.Asked("uncertain-" + mail(), "ava"));
            assertThat(story.last().settlements().getFirst().to().asked()).isNull();
        }
        assertThat(settled(MailState.CLAIMED, DELIVERED).last().ended()).isEmpty();
    }

    @Test
    void what_becomes_of_a_mail_that_nobody_knows_to_be_sent_says_that_it_was() {
        Set<MailState> unknown =
                EnumSet.of(
                        MailState.QUEUED,
                        MailState.CLAIMED,
                        MailState.UNCERTAIN,
                        MailState.SKIPPED);
        Set<News> telling = Set.of(DELIVERED, BOUNCED, SOFT, COMPLAINED, NOT_SPAM);
        for (News news :
                List.of(SENT, DELIVERED, BOUNCED, SOFT, COMPLAINED, SKIPPED, FAILED, UNCERTAIN)) {
            for (MailState known : MailState.values()) {
                assertThat(SendingRules.tellsOfSending(known, news))
                        .isEqualTo(unknown.contains(known) && telling.contains(news));
            }
        }
    }

    @Test
    void the_history_says_what_became_of_it() {
        Map<News, Entry> entries = new LinkedHashMap<>();
        EmailId id = welcome(Story.ofEnquiry());
        entries.put(SENT, new MailEntry.EmailSent(id, TO, "Welcome", "ab12"));
        entries.put(DELIVERED, new MailEntry.EmailDelivered(id));
        entries.put(SOFT, new MailEntry.EmailBounced(id, false, false, "mailbox full"));
        entries.put(COMPLAINED, new MailEntry.EmailComplained(id, false, "abuse"));
        entries.put(SKIPPED, new MailEntry.EmailSkipped(id, "closed"));
        entries.put(FAILED, new MailEntry.EmailFailed(id, "rejected"));
        entries.put(UNCERTAIN, new MailEntry.EmailUncertain(id, "time-out"));
        entries.forEach((news, entry) ->
                assertThat(settled(MailState.CLAIMED, news).entries()).first().isEqualTo(entry));
    }

    @Test
    void delivery_receipts_do_not_raise_the_version_that_agents_see() {
        assertThat(settled(MailState.CLAIMED, SENT).lead().revision().version()).isEqualTo(1);
        assertThat(settled(MailState.SENT, DELIVERED).lead().revision().version()).isEqualTo(1);
        assertThat(settled(MailState.SENT, BOUNCED).lead().revision().version()).isEqualTo(2);
    }

    @Test
    void what_cannot_be_known_is_shown_as_uncertain_and_a_person_decides() {
        Story story = settled(MailState.CLAIMED, UNCERTAIN);
        assertThat(story.last().todos())
                .containsExactly(
                        new ToDo(
                                "uncertain-" + welcome(Story.ofEnquiry()),
                                Story.ID,
                                "ava",
                                "It is not known whether a mail was sent: ask the lead, or write"
                                        + " again.",
                                story.now()));
    }

    @Test
    void a_late_delivery_settles_an_uncertain_mail() {
        Story story = settled(MailState.CLAIMED, UNCERTAIN);
        story.then(
                new SettleEmail(
                        welcome(Story.ofEnquiry()),
                        TO,
                        Standing.of(MailState.UNCERTAIN),
                        DELIVERED));
        assertThat(story.last().settlements())
                .extracting(settlement -> settlement.to().state())
                .containsExactly(MailState.DELIVERED);
    }

    @Test
    void a_hard_bounce_or_complaint_stops_drips_and_skips_what_waits() {
        Map<News, String> reasons = new LinkedHashMap<>();
        reasons.put(BOUNCED, "hardBounce");
        reasons.put(COMPLAINED, "complaint");
        reasons.forEach((news, reason) -> {
            Story story = Story.ofEnquiry().by(Actor.LEAD);
            EmailId first = welcome(story);
            story.then(
                    new Command.JoinForm(
                            Story.submission(SamplePractice.ENQUIRY, Story.monique())));
            EmailId second =
                    story.last().mails().stream()
                            .filter(m -> m.kind() == Email.Kind.AUTOMATIC)
                            .map(Email::id)
                            .findFirst()
                            .orElseThrow();
            story.by(Actor.SYSTEM)
                    .then(new SettleEmail(first, TO, Standing.of(MailState.SENT), news));
            assertThat(story.entries())
                    .contains(
                            new DripEntry.DripStopped("care", reason),
                            new MailEntry.EmailSkipped(second, reason));
            assertThat(story.last().settlements())
                    .contains(
                            new Decision.Settlement(
                                    second, MailState.QUEUED, Standing.of(MailState.SKIPPED)));
        });
        assertThat(settled(MailState.SENT, BOUNCED).address(TO).block()).contains(Kind.HARD_BOUNCE);
        assertThat(settled(MailState.SENT, COMPLAINED).address(TO).block())
                .contains(Kind.COMPLAINT);
    }

    @Test
    void a_bounce_or_complaint_from_a_former_address_says_nothing_of_the_new_one() {
        Map<News, Entry> entries = new LinkedHashMap<>();
        EmailId mail = welcome(Story.ofEnquiry());
        entries.put(BOUNCED, new MailEntry.EmailBounced(mail, true, true, "no such user"));
        entries.put(COMPLAINED, new MailEntry.EmailComplained(mail, true, "abuse"));
        for (String now : List.of("new@example.com", "")) {
            entries.forEach((news, entry) -> {
                Story story = Story.ofEnquiry().then(Story.edit("email", now)).by(Actor.SYSTEM);
                story.then(new SettleEmail(mail, TO, Standing.of(MailState.SENT), news));
                assertThat(story.entries()).containsExactly(entry);
                assertThat(story.address(TO).block()).as("the former one").isPresent();
                assertThat(story.address(now).block()).isEmpty();
                assertThat(story.lead().drips().live()).hasSize(1);
            });
        }
    }

    @Test
    void an_address_in_other_letters_is_the_same_one() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM);
        story.then(
                new SettleEmail(
                        welcome(story),
                        "Monique@Example.com",
                        Standing.of(MailState.SENT),
                        BOUNCED));
        assertThat(story.address(TO).block()).contains(Kind.HARD_BOUNCE);
        story.by(Story.AVA).then(Story.edit("email", "MONIQUE@example.com"));
        assertThat(story.address(TO).block()).contains(Kind.HARD_BOUNCE);
    }

    @Test
    void a_soft_bounce_stops_nothing() {
        Story story = settled(MailState.SENT, SOFT);
        assertThat(story.address(TO).block()).isEmpty();
        assertThat(story.lead().drips().live()).hasSize(1);
        assertThat(story.entries()).hasSize(1);
    }

    @Test
    void unsubscribing_skips_marketing_mail_that_waits_but_not_what_is_in_flight() {
        Story story = marketingWaits();
        EmailId answer = story.lead().mail().pending().firstKey();
        EmailId marketing = story.lead().mail().pending().lastKey();
        story.then(Story.unsubscribe());
        assertThat(story.entries())
                .contains(new MailEntry.EmailSkipped(marketing, "unsubscribed"))
                .doesNotContain(new MailEntry.EmailSkipped(answer, "unsubscribed"));
        Story late = marketingWaits().inFlight(marketing).then(Story.unsubscribe());
        assertThat(late.all(MailEntry.EmailSkipped.class)).isEmpty();
        assertThat(late.lead().mail().pending()).containsOnlyKeys(answer, marketing);
    }

    @Test
    void news_of_another_leads_mail_is_refused() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM);
        for (EmailId foreign :
                List.of(
                        EmailId.of(SamplePractice.ID, new LeadId("lead0002"), 1, 1),
                        EmailId.of(new PracticeId("other"), Story.ID, 1, 1))) {
            assertThat(
                            story.refused(
                                    new SettleEmail(
                                            foreign, TO, Standing.of(MailState.SENT), DELIVERED)))
                    .isEqualTo(new Refusal.Unknown("email"));
        }
    }

    /** The answer to the form and the first mail of the drip wait. */
    private static Story marketingWaits() {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM).at("2026-03-03T01:00:00Z");
        story.then(new Command.AdvanceDrip("care"));
        assertThat(story.lead().mail().pending()).hasSize(2);
        return story.by(Actor.LEAD);
    }

    private static Story settled(MailState known, News news) {
        Story story = Story.ofEnquiry().by(Actor.SYSTEM);
        return story.then(new SettleEmail(welcome(story), TO, Standing.of(known), news));
    }

    private static EmailId mail() {
        return welcome(Story.ofEnquiry());
    }

    private static EmailId welcome(Story story) {
        return story.lead().mail().pending().firstKey();
    }
}
