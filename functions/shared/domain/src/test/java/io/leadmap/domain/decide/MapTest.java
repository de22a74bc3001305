package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.map.MapProgress;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Step;
import io.leadmap.domain.practice.LeadMap.Track;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/** The way through a map of standard tracks (domain section 4). */
class MapTest {

    private static final Command.CompleteStep CALL = new Command.CompleteStep("call");

    private static final Command.CompleteStep BROCHURE = new Command.CompleteStep("brochure");

    private static final Command.CompleteStep PLAN = new Command.CompleteStep("plan");

    @Test
    void a_lead_that_enters_a_map_finds_its_first_track_open() {
        Story story = Story.ofMonique().then(new Command.ChangeMap("treat"));
        assertThat(story.entries())
                .containsExactly(
                        new MapEntry.MapEntered("treat", 2), new MapEntry.TrackOpened("consult"));
        assertThat(states(story, "consult", "treatment"))
                .containsExactly(TrackState.OPEN, TrackState.WAITING);
    }

    @Test
    void when_every_required_step_is_done_and_an_optional_one_open_the_next_track_turns_green() {
        Story story = Story.ofEnquiry().then(CALL);
        assertThat(story.entries())
                .containsExactly(
                        new MapEntry.StepCompleted("consult", "call", new FieldValue.Flag(true)),
                        new MapEntry.TrackReady("treatment"));
        assertThat(states(story, "consult", "treatment"))
                .containsExactly(TrackState.OPEN, TrackState.READY);
    }

    @Test
    void when_no_step_is_left_the_track_closes_and_the_next_opens() {
        Story story = Story.ofEnquiry().then(BROCHURE).then(CALL);
        assertThat(story.entries())
                .containsExactly(
                        new MapEntry.StepCompleted("consult", "call", new FieldValue.Flag(true)),
                        new MapEntry.TrackClosed("consult"),
                        new MapEntry.TrackOpened("treatment"));
    }

    @Test
    void an_optional_step_may_be_completed_while_the_next_track_is_green() {
        Story story = Story.ofEnquiry().then(CALL).then(BROCHURE);
        assertThat(states(story, "consult", "treatment"))
                .containsExactly(TrackState.CLOSED, TrackState.OPEN);
    }

    @Test
    void the_click_on_the_green_track_closes_the_one_and_opens_the_other() {
        Story story = Story.ofEnquiry().then(CALL).then(new Command.OpenTrack("treatment"));
        assertThat(story.entries())
                .containsExactly(
                        new MapEntry.TrackClosed("consult"), new MapEntry.TrackOpened("treatment"));
        story.thenNothing(new Command.OpenTrack("treatment"));
    }

    @Test
    void the_click_passes_through_a_track_without_steps() {
        Practice practice =
                mapped(
                        new Track("one", "One", List.of(step("a", false))),
                        new Track("two", "Two", List.of()),
                        new Track("three", "Three", List.of(step("b", true))));
        Story story = entered(practice).then(new Command.OpenTrack("two"));
        assertThat(states(story, "one", "two", "three"))
                .containsExactly(TrackState.CLOSED, TrackState.CLOSED, TrackState.OPEN);
    }

    @Test
    void a_track_that_is_done_again_behind_a_map_that_has_ended_its_tracks_closes_once() {
        Practice practice =
                mapped(
                        new Track("one", "One", List.of(step("a", true))),
                        new Track("two", "Two", List.of()));
        Story story = entered(practice).then(new Command.CompleteStep("a")).by(Story.MEI);
        story.then(new Command.ReopenTrack("one")).then(new Command.ClearStep("a"));
        story.then(new Command.CompleteStep("a"));
        assertThat(story.entries())
                .containsExactly(
                        new MapEntry.StepCompleted("one", "a", new FieldValue.Flag(true)),
                        new MapEntry.TrackClosed("one"));
    }

    @Test
    void steps_left_open_in_a_closed_track_cannot_be_completed() {
        Story story = Story.ofEnquiry().then(CALL).then(new Command.OpenTrack("treatment"));
        assertThat(reason(story, BROCHURE)).isEqualTo(Refusal.Reason.STEP_NOT_OPEN);
        assertThat(reason(story, new Command.ClearStep("call")))
                .isEqualTo(Refusal.Reason.STEP_NOT_OPEN);
    }

    @Test
    void no_track_is_skipped() {
        Story story = Story.ofEnquiry();
        assertThat(reason(story, new Command.OpenTrack("treatment")))
                .isEqualTo(Refusal.Reason.TRACK_NOT_READY);
        assertThat(reason(story, PLAN)).isEqualTo(Refusal.Reason.STEP_NOT_OPEN);
        assertThat(reason(story.then(CALL), PLAN)).isEqualTo(Refusal.Reason.STEP_NOT_OPEN);
        assertThat(reason(story.then(BROCHURE), new Command.OpenTrack("consult")))
                .isEqualTo(Refusal.Reason.TRACK_NOT_READY);
    }

    @Test
    void what_the_map_does_not_have_is_unknown() {
        Story story = Story.ofEnquiry();
        assertThat(story.refused(new Command.CompleteStep("dance")))
                .isEqualTo(new Refusal.Unknown("step"));
        assertThat(story.refused(new Command.OpenTrack("dance")))
                .isEqualTo(new Refusal.Unknown("track"));
        assertThat(story.by(Story.MEI).refused(new Command.ReopenTrack("dance")))
                .isEqualTo(new Refusal.Unknown("track"));
        assertThat(story.refused(new Command.ChangeMap("dance")))
                .isEqualTo(new Refusal.Unknown("map"));
    }

    @Test
    void a_step_that_is_done_or_open_already_changes_nothing() {
        Story story = Story.ofEnquiry().then(CALL);
        story.thenNothing(CALL);
        story.thenNothing(new Command.ClearStep("brochure"));
    }

    @Test
    void a_required_step_that_is_cleared_makes_the_green_track_wait_again() {
        Story story = Story.ofEnquiry().then(CALL).then(new Command.ClearStep("call"));
        assertThat(story.entries()).containsExactly(new MapEntry.StepCleared("consult", "call"));
        assertThat(states(story, "consult", "treatment"))
                .containsExactly(TrackState.OPEN, TrackState.WAITING);
        assertThat(reason(story, new Command.OpenTrack("treatment")))
                .isEqualTo(Refusal.Reason.TRACK_NOT_READY);
    }

    @Test
    void an_optional_step_that_is_cleared_leaves_the_next_track_green() {
        Practice practice =
                mapped(
                        new Track(
                                "one",
                                "One",
                                List.of(step("a", true), step("b", false), step("c", false))),
                        new Track("two", "Two", List.of(step("d", true))));
        Story story =
                entered(practice)
                        .then(new Command.CompleteStep("b"))
                        .then(new Command.CompleteStep("a"))
                        .then(new Command.ClearStep("b"));
        assertThat(states(story, "one", "two")).containsExactly(TrackState.OPEN, TrackState.READY);
    }

    @Test
    void behind_a_track_without_required_steps_the_next_is_green_at_once() {
        Practice practice =
                mapped(
                        new Track("one", "One", List.of(step("a", false))),
                        new Track("two", "Two", List.of(step("b", true))));
        assertThat(states(entered(practice), "one", "two"))
                .containsExactly(TrackState.OPEN, TrackState.READY);
    }

    @Test
    void a_track_without_steps_passes_through() {
        Practice practice =
                mapped(
                        new Track("one", "One", List.of()),
                        new Track("two", "Two", List.of()),
                        new Track("three", "Three", List.of(step("a", true))));
        Story story = entered(practice);
        assertThat(states(story, "one", "two", "three"))
                .containsExactly(TrackState.CLOSED, TrackState.CLOSED, TrackState.OPEN);
    }

    @Test
    void a_map_without_tracks_or_steps_is_ready_to_close_at_once() {
        assertThat(readyToClose(entered(mapped()), mapped())).isTrue();
        Practice empty = mapped(new Track("one", "One", List.of()));
        assertThat(readyToClose(entered(empty), empty)).isTrue();
    }

    @Test
    void
            in_the_last_track_required_steps_make_the_map_ready_to_close_and_optional_ones_stay_completable() {
        Practice practice =
                mapped(new Track("one", "One", List.of(step("a", true), step("b", false))));
        Story story = entered(practice);
        assertThat(readyToClose(story, practice)).isFalse();
        story.then(new Command.CompleteStep("a"));
        assertThat(readyToClose(story, practice)).isTrue();
        assertThat(states(story, "one")).containsExactly(TrackState.OPEN);
        story.then(new Command.CompleteStep("b"));
        assertThat(story.entries())
                .containsExactly(new MapEntry.StepCompleted("one", "b", new FieldValue.Flag(true)));
        assertThat(readyToClose(story, practice)).isTrue();
        assertThat(story.lead().status()).isEqualTo(Status.CREATED);
        story.then(new Command.ClearStep("a"));
        assertThat(readyToClose(story, practice)).isFalse();
    }

    @Test
    void a_map_that_waits_for_an_earlier_track_is_not_ready_to_close() {
        Practice practice = SamplePractice.PRACTICE;
        Story story = Story.ofEnquiry().then(BROCHURE).then(CALL).then(PLAN);
        assertThat(readyToClose(story, practice)).isTrue();
        story.by(Story.MEI)
                .then(new Command.ReopenTrack("consult"))
                .then(new Command.ClearStep("call"));
        assertThat(readyToClose(story, practice)).isFalse();
    }

    @Test
    void an_administrator_reopens_a_track_and_nothing_fires_or_moves() {
        Story story = Story.ofEnquiry().then(BROCHURE).then(CALL).by(Story.MEI);
        story.then(new Command.ReopenTrack("consult"));
        assertThat(story.entries()).containsExactly(new MapEntry.TrackReopened("consult"));
        assertThat(states(story, "consult", "treatment"))
                .containsExactly(TrackState.OPEN, TrackState.OPEN);
        story.thenNothing(new Command.ReopenTrack("consult"));
    }

    @Test
    void a_reopened_track_closes_when_its_steps_are_done_again() {
        Story story = Story.ofEnquiry().then(BROCHURE).then(CALL).by(Story.MEI);
        story.then(new Command.ReopenTrack("consult")).then(new Command.ClearStep("call"));
        story.by(Story.AVA).then(CALL);
        assertThat(story.entries())
                .containsExactly(
                        new MapEntry.StepCompleted("consult", "call", new FieldValue.Flag(true)),
                        new MapEntry.TrackClosed("consult"));
        assertThat(states(story, "consult", "treatment"))
                .containsExactly(TrackState.CLOSED, TrackState.OPEN);
    }

    @Test
    void only_a_closed_track_is_reopened() {
        Story story = Story.ofEnquiry().by(Story.MEI);
        assertThat(reason(story, new Command.ReopenTrack("treatment")))
                .isEqualTo(Refusal.Reason.TRACK_NOT_READY);
    }

    @Test
    void a_suspended_lead_still_progresses() {
        Story story =
                new Story()
                        .begin(Story.add(Story.fields("firstName", "Mo", "phone", "+61444444444")));
        story.then(new Command.ChangeMap("treat")).then(CALL);
        assertThat(states(story, "treatment")).containsExactly(TrackState.READY);
    }

    private static MapRun run(Story story) {
        return Objects.requireNonNull(story.lead().map());
    }

    private static List<TrackState> states(Story story, String... tracks) {
        return List.of(tracks).stream().map(run(story)::state).toList();
    }

    private static boolean readyToClose(Story story, Practice practice) {
        return new MapProgress(practice.map(run(story).mapId()).orElseThrow(), run(story))
                .isReadyToClose();
    }

    private static Refusal.Reason reason(Story story, Command command) {
        return ((Refusal.Conflict) story.refused(command)).reason();
    }

    private static Step step(String id, boolean required) {
        return new Step(id, id, "", required);
    }

    private static Practice mapped(Track... tracks) {
        return SamplePractice.with(
                p -> p.maps.add(new LeadMap("own", 1, "Own", "red", List.of(tracks))));
    }

    private static Story entered(Practice practice) {
        return Story.of(practice).then(new Command.ChangeMap("own"));
    }
}
