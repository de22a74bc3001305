package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.SendingCheck.Rule;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.suppression.AddressState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is asked again at the moment of sending (domain sections 2, 6 and 7). */
class SendingTest {

    private static final String TO = "monique@example.com";

    @Test
    void an_automatic_mail_goes_only_to_a_lead_that_it_would_be_decided_for_now() {
        Map<Command, String> obstacles = new LinkedHashMap<>();
        obstacles.put(Story.edit("phone", ""), "suspended");
        obstacles.put(Story.to(Status.INVALID), "invalid");
        obstacles.put(Story.lost("notInterested"), "lost");
        assertThat(obstacle(Story.ofEnquiry(), Email.Kind.AUTOMATIC)).isEmpty();
        assertThat(obstacle(Story.ofEnquiry(), Email.Kind.DRIP)).isEmpty();
        obstacles.forEach((command, reason) -> {
            Story story = Story.ofEnquiry().then(command);
            assertThat(obstacle(story, Email.Kind.AUTOMATIC)).contains(reason);
            assertThat(obstacle(story, Email.Kind.DRIP)).contains(reason);
        });
    }

    @Test
    void an_unsubscribe_stops_marketing_and_not_the_answer_to_a_form() {
        Story story = Story.ofEnquiry().then(Story.unsubscribe());
        assertThat(obstacle(story, Email.Kind.DRIP)).contains("unsubscribed");
        assertThat(obstacle(story, Email.Kind.AUTOMATIC)).isEmpty();
    }

    @Test
    void a_booking_stops_the_mail_of_a_drip_where_the_practice_wants_it_and_no_other() {
        Story story = Story.ofEnquiry().then(Story.to(Status.BOOKED));
        assertThat(obstacle(story, Email.Kind.AUTOMATIC)).isEmpty();
        assertThat(obstacle(story, Email.Kind.DRIP)).contains("booked");
        Story goesOn =
                Story.ofEnquiry(SamplePractice.withSettings(s -> s.dripsStopOnBooked = false))
                        .then(Story.to(Status.BOOKED));
        assertThat(
                        SendingRules.obstacle(
                                SamplePractice.withSettings(s -> s.dripsStopOnBooked = false)
                                        .settings(),
                                goesOn.lead(),
                                goesOn.address(TO),
                                mail(Email.Kind.DRIP, "care")))
                .isEmpty();
    }

    @Test
    void a_run_that_was_stopped_by_hand_sends_nothing_any_more() {
        Story story = Story.ofEnquiry().then(new Command.StopDrip("care"));
        assertThat(obstacle(story, Email.Kind.DRIP)).contains("byHand");
        assertThat(obstacle(story, Email.Kind.AUTOMATIC)).isEmpty();
        assertThat(
                        SendingRules.obstacle(
                                SamplePractice.PRACTICE.settings(),
                                story.lead(),
                                story.address(TO),
                                mail(Email.Kind.DRIP, "news")))
                .as("of another campaign")
                .isEmpty();
    }

    @Test
    void what_an_agent_wrote_is_stopped_by_a_bounce_or_complaint_alone() {
        for (Command command :
                List.of(Story.edit("phone", ""), Story.to(Status.INVALID), Story.unsubscribe())) {
            assertThat(obstacle(Story.ofEnquiry().then(command), Email.Kind.HAND_WRITTEN))
                    .isEmpty();
        }
        Map<News, String> blocks =
                Map.of(
                        new News.Bounced(true, "gone"), "hardBounce",
                        new News.Complained("abuse"), "complaint");
        blocks.forEach((news, reason) -> {
            Story story = Story.ofEnquiry().by(Actor.SYSTEM);
            story.then(
                    new Command.SettleEmail(
                            story.lead().mail().pending().firstKey(),
                            "monique@example.com",
                            Standing.of(MailState.SENT),
                            news));
            assertThat(obstacle(story, Email.Kind.HAND_WRITTEN)).contains(reason);
            assertThat(obstacle(story, Email.Kind.AUTOMATIC)).contains(reason);
            assertThat(obstacle(story, Email.Kind.NOTICE)).as("goes to a colleague").isEmpty();
        });
    }

    @Test
    void each_kind_of_mail_asks_for_what_may_stop_it() {
        assertThat(rules(Email.Kind.AUTOMATIC))
                .containsExactly(Rule.NOT_SUSPENDED, Rule.OPEN, Rule.ADDRESS);
        assertThat(rules(Email.Kind.DRIP)).containsExactly(Rule.values());
        assertThat(rules(Email.Kind.HAND_WRITTEN)).containsExactly(Rule.ADDRESS);
        assertThat(rules(Email.Kind.NOTICE)).isEmpty();
    }

    private static List<Rule> rules(Email.Kind kind) {
        return SendingRules.checks(
                        SamplePractice.PRACTICE.settings(),
                        Story.ofEnquiry().lead(),
                        AddressState.clean(TO),
                        kind,
                        "care")
                .stream()
                .map(SendingCheck::rule)
                .toList();
    }

    @Test
    void of_several_obstacles_the_first_counts_and_a_missing_address_the_least() {
        SendingCheck open = new SendingCheck(Rule.OPEN, Optional.empty());
        SendingCheck missing = new SendingCheck(Rule.ADDRESS, Optional.of("noEmail"));
        SendingCheck bounced = new SendingCheck(Rule.ADDRESS, Optional.of("hardBounce"));
        SendingCheck left = new SendingCheck(Rule.SUBSCRIBED, Optional.of("unsubscribed"));
        assertThat(SendingRules.decisive(List.of(open, bounced, left))).contains(bounced);
        assertThat(SendingRules.decisive(List.of(open, missing, left))).contains(left);
        assertThat(SendingRules.decisive(List.of(open, missing))).contains(missing);
        assertThat(SendingRules.decisive(List.of(open))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "suspended, NOT_SUSPENDED",
        "won, OPEN",
        "lost, OPEN",
        "invalid, OPEN",
        "hardBounce, ADDRESS",
        "complaint, ADDRESS",
        "noEmail, ADDRESS",
        "unsubscribed, SUBSCRIBED",
        "booked, NOT_BOOKED",
        "byHand, RUNNING",
        "mapChanged, RUNNING"
    })
    void a_reason_of_the_history_is_about_one_rule(String reason, Rule rule) {
        assertThat(Rule.brokenBy(reason)).contains(rule);
        assertThat(new SendingCheck(rule, Optional.of(reason)).passed()).isFalse();
    }

    @Test
    void a_rule_is_broken_by_nothing_that_is_about_another_or_about_none() {
        assertThat(Rule.brokenBy("MessageRejected")).isEmpty();
        for (String other : List.of("lost", "MessageRejected")) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> new SendingCheck(Rule.ADDRESS, Optional.of(other)));
        }
    }

    @Test
    void news_leaves_a_mail_where_it_says_unless_it_comes_too_late() {
        assertThat(SendingRules.after(MailState.CLAIMED, new News.Sent("a", "b")))
                .contains(MailState.SENT);
        assertThat(SendingRules.after(MailState.SENT, new News.Delivered()))
                .contains(MailState.DELIVERED);
        assertThat(SendingRules.after(MailState.SENT, new News.Failed("late")))
                .contains(MailState.FAILED);
        assertThat(SendingRules.after(MailState.BOUNCED, new News.Delivered())).isEmpty();
    }

    private static Optional<String> obstacle(Story story, Email.Kind kind) {
        @Nullable String campaign = kind == Email.Kind.DRIP ? "care" : null;
        return SendingRules.obstacle(
                SamplePractice.PRACTICE.settings(),
                story.lead(),
                story.address(TO),
                mail(kind, campaign));
    }

    private static Email mail(Email.Kind kind, @Nullable String campaign) {
        Email welcome = Story.ofEnquiry().last().mails().getFirst();
        return new Email(
                welcome.id(),
                kind,
                welcome.to(),
                welcome.copies(),
                welcome.from(),
                welcome.replyTo(),
                welcome.text(),
                campaign);
    }
}
