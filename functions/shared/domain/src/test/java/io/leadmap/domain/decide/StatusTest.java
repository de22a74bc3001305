package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.lost;
import static io.leadmap.domain.Story.to;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.Role;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Moves by hand, their dates, and what closes and reopens with them (domain section 3). */
class StatusTest {

    private static final Duration DAY = Duration.ofDays(1);

    @Test
    void any_status_may_be_set_by_hand_but_leaving_invoiced_needs_an_administrator() {
        for (Status from : Status.values()) {
            for (Status to : Status.values()) {
                Story story = moved(Story.ofMonique().by(Story.MEI), from).by(Story.AVA);
                Command.SetStatus move = to == Status.LOST ? lost("notInterested") : to(to);
                if (from == to) {
                    assertThat(story.lead().status()).isEqualTo(to);
                } else if (from == Status.INVOICED) {
                    assertThat(story.refused(move))
                            .isEqualTo(new Refusal.RoleNeeded(Role.ADMINISTRATOR));
                    assertThat(story.by(Story.MEI).then(move).lead().status()).isEqualTo(to);
                } else {
                    assertThat(story.then(move).lead().status()).isEqualTo(to);
                }
            }
        }
    }

    @Test
    void the_status_that_it_has_already_is_no_move() {
        Story.ofMonique().thenNothing(to(Status.CREATED));
    }

    @Test
    void lost_needs_a_reason() {
        assertThat(Story.ofMonique().refused(to(Status.LOST)))
                .isEqualTo(new Refusal.Invalid("lossReason", "Say why the lead was lost."));
    }

    @Test
    void a_loss_reason_is_a_standard_one_or_one_that_the_practice_added() {
        for (String reason : LossReason.STANDARD) {
            if (!reason.equals("other")) {
                assertThat(Story.ofMonique().then(lost(reason)).lead().stage().lossReason())
                        .isEqualTo(new LossReason(reason));
            }
        }
        assertThat(Story.ofMonique().then(lost("moved")).lead().stage().lossReason())
                .isEqualTo(new LossReason("moved"));
        assertThat(Story.ofMonique().refused(lost("bored")))
                .isEqualTo(
                        new Refusal.Invalid(
                                "lossReason", "Choose one of the practice's loss reasons."));
    }

    @Test
    void the_reason_other_needs_a_comment() {
        Refusal without = new Refusal.Invalid("comment", "Describe the other reason in a comment.");
        assertThat(Story.ofMonique().refused(lost("other"))).isEqualTo(without);
        assertThat(
                        Story.ofMonique()
                                .refused(
                                        new Command.SetStatus(Status.LOST, LossReason.OTHER, "  ")))
                .isEqualTo(without);
        Story story =
                Story.ofMonique()
                        .then(
                                new Command.SetStatus(
                                        Status.LOST, LossReason.OTHER, " gone abroad "));
        assertThat(story.entries().getFirst())
                .isEqualTo(
                        new StatusEntry.StatusChanged(
                                Status.CREATED,
                                Status.LOST,
                                LossReason.OTHER,
                                "gone abroad",
                                false));
    }

    @Test
    void only_lost_has_a_reason() {
        Refusal refusal =
                Story.ofMonique()
                        .refused(
                                new Command.SetStatus(Status.INVALID, LossReason.NO_CONTACT, null));
        assertThat(refusal)
                .isEqualTo(
                        new Refusal.Invalid(
                                "lossReason", "Leave the loss reason out: only LOST has one."));
    }

    @Test
    void a_comment_has_a_limit() {
        assertThat(
                        Story.ofMonique()
                                .refused(
                                        new Command.SetStatus(
                                                Status.BOOKED, null, "x".repeat(4001))))
                .isEqualTo(new Refusal.Invalid("comment", "Shorten this to 4000 characters."));
        Story.ofMonique().then(new Command.SetStatus(Status.BOOKED, null, "x".repeat(4000)));
    }

    @Test
    void the_reason_of_a_loss_can_be_corrected_and_its_date_stays() {
        Story story = Story.ofMonique().then(lost("notInterested"));
        Instant lost = story.now();
        story.after(DAY).then(lost("priceShopping"));
        assertThat(story.lead().stage().lossReason()).isEqualTo(new LossReason("priceShopping"));
        assertThat(story.lead().dates().lost()).isEqualTo(lost);
        story.thenNothing(lost("priceShopping"));
    }

    @Test
    void booked_set_by_hand_stamps_now_and_says_so() {
        Story story = Story.ofMonique().after(DAY).then(to(Status.BOOKED));
        assertThat(story.lead().dates().booked()).isEqualTo(story.now());
        assertThat(story.lead().dates().bookedByHand()).isTrue();
        assertThat(story.lead().dates().invoiced()).isNull();
    }

    @Test
    void invoiced_set_by_hand_stamps_both_dates() {
        Story story = Story.ofMonique().after(DAY).then(to(Status.INVOICED));
        assertThat(story.lead().dates().booked()).isEqualTo(story.now());
        assertThat(story.lead().dates().bookedByHand()).isTrue();
        assertThat(story.lead().dates().invoiced()).isEqualTo(story.now());
        assertThat(story.lead().dates().invoicedByHand()).isTrue();
    }

    @Test
    void booked_is_the_first_booking_and_later_moves_keep_it() {
        Story story = Story.ofMonique().then(to(Status.BOOKED));
        Instant booked = story.now();
        story.after(DAY).then(to(Status.CANCELLED)).after(DAY).then(to(Status.BOOKED));
        assertThat(story.lead().dates().booked()).isEqualTo(booked);
        story.after(DAY).then(lost("notInterested"));
        assertThat(story.lead().dates().booked()).isEqualTo(booked);
        story.then(to(Status.INVOICED));
        assertThat(story.lead().dates().booked()).isEqualTo(booked);
    }

    @Test
    void going_back_from_booked_to_created_or_contacted_clears_a_hand_set_date() {
        for (Status back : List.of(Status.CREATED, Status.CONTACTED)) {
            Story story = Story.ofMonique().then(to(Status.BOOKED)).then(to(back));
            assertThat(story.lead().dates().booked()).isNull();
            assertThat(story.lead().dates().bookedByHand()).isFalse();
        }
        Story cancelled = Story.ofMonique().then(to(Status.BOOKED)).then(to(Status.CANCELLED));
        assertThat(cancelled.then(to(Status.CREATED)).lead().dates().booked()).isNotNull();
    }

    @Test
    void leaving_invoiced_for_created_or_contacted_clears_a_hand_set_booking_too() {
        for (Status back : List.of(Status.CREATED, Status.CONTACTED)) {
            Story story = Story.ofMonique().by(Story.MEI).then(to(Status.INVOICED));
            story.after(DAY).then(to(back));
            assertThat(story.lead().dates().booked()).isNull();
            assertThat(story.lead().dates().invoiced()).isNull();
        }
        Story cancelled = Story.ofMonique().by(Story.MEI).then(to(Status.INVOICED));
        assertThat(cancelled.then(to(Status.CANCELLED)).lead().dates().booked()).isNotNull();
    }

    @Test
    void from_invalid_to_another_status_the_rules_are_those_of_the_one_before() {
        Story story = Story.ofMonique().by(Story.MEI).then(to(Status.INVOICED)).after(DAY);
        story.then(to(Status.INVALID)).after(DAY).then(to(Status.CONTACTED));
        assertThat(story.lead().dates().invoiced()).isNull();
        assertThat(story.lead().dates().booked()).isNull();

        Story lost = Story.ofMonique().then(lost("notInterested"));
        Instant day = lost.now();
        lost.after(DAY).then(to(Status.INVALID));
        assertThat(lost.lead().dates().lost()).isEqualTo(day);
        lost.after(DAY).then(lost("priceShopping"));
        assertThat(lost.lead().dates().lost()).isEqualTo(day);
        lost.then(to(Status.INVALID)).then(to(Status.BOOKED));
        assertThat(lost.lead().dates().lost()).isNull();
        assertThat(lost.lead().dates().booked()).isEqualTo(lost.now());
    }

    @Test
    void leaving_invoiced_clears_the_invoiced_date() {
        Story story =
                Story.ofMonique().by(Story.MEI).then(to(Status.INVOICED)).then(to(Status.BOOKED));
        assertThat(story.lead().dates().invoiced()).isNull();
        assertThat(story.lead().dates().invoicedByHand()).as("cleared by hand").isTrue();
        assertThat(story.lead().dates().booked()).isNotNull();
    }

    @Test
    void cancelled_and_lost_are_the_last_move_into_that_status_and_go_with_it() {
        Story story = Story.ofMonique().then(to(Status.CANCELLED));
        assertThat(story.lead().dates().cancelled()).isEqualTo(story.now());
        story.after(DAY).then(lost("notInterested"));
        assertThat(story.lead().dates().cancelled()).isNull();
        assertThat(story.lead().dates().lost()).isEqualTo(story.now());
        story.after(DAY).then(to(Status.CANCELLED));
        assertThat(story.lead().dates().lost()).isNull();
        assertThat(story.lead().dates().cancelled()).isEqualTo(story.now());
        assertThat(story.lead().stage().lossReason()).isNull();
    }

    @Test
    void status_and_map_close_in_one_command() {
        assertThat(outcomeAfter(to(Status.INVOICED))).isEqualTo(MapRun.Outcome.WON);
        assertThat(outcomeAfter(lost("notInterested"))).isEqualTo(MapRun.Outcome.LOST);
        assertThat(outcomeAfter(to(Status.INVALID))).isEqualTo(MapRun.Outcome.CLOSED);
        assertThat(outcomeAfter(to(Status.CANCELLED))).isNull();
    }

    @Test
    void closing_the_map_won_sets_invoiced_and_lost_sets_lost() {
        Story won = Story.ofEnquiry().then(new Command.CloseMap(MapRun.Outcome.WON, null, null));
        assertThat(won.lead().status()).isEqualTo(Status.INVOICED);
        assertThat(won.lead().dates().invoicedByHand()).isTrue();
        Story lost =
                Story.ofEnquiry()
                        .then(
                                new Command.CloseMap(
                                        MapRun.Outcome.LOST,
                                        new LossReason("notInterested"),
                                        null));
        assertThat(lost.lead().status()).isEqualTo(Status.LOST);
        assertThat(lost.map().outcome()).isEqualTo(MapRun.Outcome.LOST);
        assertThat(Story.ofEnquiry().refused(new Command.CloseMap(MapRun.Outcome.LOST, null, null)))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void a_map_is_closed_once_and_only_if_there_is_one() {
        Command.CloseMap close = new Command.CloseMap(MapRun.Outcome.WON, null, null);
        assertThat(((Refusal.Conflict) Story.ofMonique().refused(close)).reason())
                .isEqualTo(Refusal.Reason.NO_MAP);
        assertThat(((Refusal.Conflict) Story.ofEnquiry().then(close).refused(close)).reason())
                .isEqualTo(Refusal.Reason.MAP_CLOSED);
    }

    @Test
    void closing_stops_drips_and_skips_mail_that_is_not_yet_sent() {
        Story story = Story.ofEnquiry().then(lost("notInterested"));
        assertThat(story.lead().drips().live()).isEmpty();
        assertThat(story.all(DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("care", "lost"));
        assertThat(story.lead().mail().pending()).isEmpty();
        assertThat(story.all(MailEntry.EmailSkipped.class))
                .extracting(MailEntry.EmailSkipped::reason)
                .containsExactly("lost");
        assertThat(Story.ofEnquiry().then(to(Status.INVOICED)).all(DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("care", "won"));
        assertThat(Story.ofEnquiry().then(to(Status.INVALID)).all(DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("care", "invalid"));
    }

    @Test
    void leaving_a_closed_status_reopens_the_map_where_it_stood_and_fires_nothing_again() {
        Story story = Story.ofEnquiry().then(lost("notInterested"));
        MapRun closed = story.map();
        story.then(to(Status.CONTACTED));
        assertThat(story.map()).isEqualTo(closed.withOutcome(null));
        assertThat(story.entries())
                .extracting(Object::getClass)
                .containsExactly(StatusEntry.StatusChanged.class, MapEntry.MapReopened.class);
        assertThat(story.lead().drips().live()).isEmpty();
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void leaving_a_closed_status_sets_attempts_to_zero() {
        Story story =
                Story.ofMonique()
                        .then(Story.called(ContactEntry.CallLogged.Outcome.NO_ANSWER))
                        .then(lost("notInterested"));
        assertThat(story.lead().followUp().attempts().count()).isEqualTo(1);
        assertThat(story.then(to(Status.CREATED)).lead().followUp().attempts().count()).isZero();
    }

    @Test
    void from_one_closed_status_to_another_the_map_takes_the_new_outcome() {
        Story story = Story.ofEnquiry().then(lost("notInterested")).then(to(Status.INVOICED));
        assertThat(story.map().outcome()).isEqualTo(MapRun.Outcome.WON);
        assertThat(story.all(MapEntry.MapReopened.class)).isEmpty();
    }

    @Test
    void a_closed_lead_can_still_be_edited_called_noted_and_mailed_by_hand() {
        Story story = Story.ofEnquiry().then(lost("notInterested"));
        story.then(Story.edit("comment", "call next year"))
                .then(Story.called(ContactEntry.CallLogged.Outcome.REACHED))
                .then(new Command.AddNote("<p>wants to think</p>", null))
                .then(new Command.SendEmail("Hello", "<p>All the best</p>", null, List.of(), true));
        assertThat(story.lead().status()).isEqualTo(Status.LOST);
    }

    @Test
    void a_booking_stops_the_drips_where_the_practice_wants_it() {
        assertThat(Story.ofEnquiry().then(to(Status.BOOKED)).all(DripEntry.DripStopped.class))
                .containsExactly(new DripEntry.DripStopped("care", "booked"));
        Story goesOn =
                Story.ofEnquiry(SamplePractice.withSettings(s -> s.dripsStopOnBooked = false))
                        .then(to(Status.BOOKED));
        assertThat(goesOn.lead().drips().live()).hasSize(1);
        assertThat(Story.ofEnquiry().then(to(Status.CANCELLED)).lead().drips().live()).hasSize(1);
    }

    private static MapRun.@Nullable Outcome outcomeAfter(Command.SetStatus move) {
        return Story.ofEnquiry().then(move).map().outcome();
    }

    private static Story moved(Story story, Status status) {
        List<Command.SetStatus> moves = new ArrayList<>();
        if (status != Status.CREATED) {
            moves.add(status == Status.LOST ? lost("insuranceIssues") : to(status));
        }
        moves.forEach(story::then);
        return story;
    }
}
