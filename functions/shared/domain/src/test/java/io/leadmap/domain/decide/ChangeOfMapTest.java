package io.leadmap.domain.decide;

import static io.leadmap.domain.Story.lost;
import static io.leadmap.domain.Story.to;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.Story;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.map.MapRun.TrackState;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/** How a lead enters another map, and how a map is closed (domain sections 3 and 4). */
class ChangeOfMapTest {

    private static final Command.CompleteStep CALL = new Command.CompleteStep("call");

    @Test
    void in_no_map_or_a_closed_one_nothing_can_be_done() {
        assertThat(reason(Story.ofMonique(), CALL)).isEqualTo(Refusal.Reason.NO_MAP);
        Story closed = Story.ofEnquiry().then(lost("notInterested")).by(Story.MEI);
        assertThat(reason(closed, CALL)).isEqualTo(Refusal.Reason.MAP_CLOSED);
        assertThat(reason(closed, new Command.ClearStep("call")))
                .isEqualTo(Refusal.Reason.MAP_CLOSED);
        assertThat(reason(closed, new Command.OpenTrack("treatment")))
                .isEqualTo(Refusal.Reason.MAP_CLOSED);
        assertThat(reason(closed, new Command.ReopenTrack("consult")))
                .isEqualTo(Refusal.Reason.MAP_CLOSED);
    }

    @Test
    void changing_map_keeps_the_status_stops_what_the_old_map_enrolled_and_begins_anew() {
        Story story =
                Story.ofEnquiry().then(to(Status.CONTACTED)).then(new Command.EnrolDrip("news"));
        story.then(CALL).then(new Command.ChangeMap("slow"));
        assertThat(story.entries())
                .containsExactly(
                        new DripEntry.DripStopped("care", "mapChanged"),
                        new MapEntry.MapClosed(MapRun.Outcome.CLOSED),
                        new MapEntry.MapEntered("slow", 1),
                        new MapEntry.TrackOpened("treatment"));
        assertThat(story.lead().status()).isEqualTo(Status.CONTACTED);
        assertThat(run(story).run()).isEqualTo(2);
        assertThat(run(story).steps()).isEmpty();
        assertThat(story.lead().drips().live("news")).isPresent();
        story.thenNothing(new Command.ChangeMap("slow"));
    }

    @Test
    void a_lost_lead_may_enter_a_follow_up_map_and_stays_lost() {
        Story story =
                Story.ofEnquiry().then(lost("notInterested")).then(new Command.ChangeMap("slow"));
        assertThat(story.lead().status()).isEqualTo(Status.LOST);
        assertThat(story.lead().openMap()).isPresent();
        story.then(
                new Command.CloseMap(MapRun.Outcome.LOST, new LossReason("notInterested"), null));
        assertThat(story.lead().openMap()).isEmpty();
    }

    @Test
    void a_customer_or_an_invalid_lead_enters_no_map() {
        for (Status status : List.of(Status.INVOICED, Status.INVALID)) {
            Story story = Story.ofEnquiry().then(to(status));
            assertThat(reason(story, new Command.ChangeMap("slow")))
                    .isEqualTo(Refusal.Reason.LEAD_CLOSED);
        }
    }

    @Test
    void open_tracks_do_not_prevent_the_close_and_nobody_closes_with_any_other_outcome() {
        Story story = Story.ofEnquiry();
        assertThat(story.refused(new Command.CloseMap(MapRun.Outcome.CLOSED, null, null)))
                .isInstanceOf(Refusal.Invalid.class);
        story.then(new Command.CloseMap(MapRun.Outcome.WON, null, null));
        assertThat(run(story).outcome()).isEqualTo(MapRun.Outcome.WON);
        assertThat(states(story, "consult")).containsExactly(TrackState.OPEN);
    }

    private static MapRun run(Story story) {
        return Objects.requireNonNull(story.lead().map());
    }

    private static List<TrackState> states(Story story, String... tracks) {
        return List.of(tracks).stream().map(run(story)::state).toList();
    }

    private static Refusal.Reason reason(Story story, Command command) {
        return ((Refusal.Conflict) story.refused(command)).reason();
    }
}
