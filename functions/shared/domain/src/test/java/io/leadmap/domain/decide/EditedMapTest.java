package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Step;
import io.leadmap.domain.practice.LeadMap.Track;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.util.List;

/** What becomes of the leads inside a map that an administrator edits (domain section 4). */
class EditedMapTest {

    private static final Command.CompleteStep CALL = new Command.CompleteStep("call");
    private static final Command.CompleteStep PLAN = new Command.CompleteStep("plan");

    @Test
    void a_run_follows_the_map_as_it_is_now_and_remembers_the_version_it_began_with() {
        Story story = Story.ofEnquiry().then(new Command.CompleteStep("brochure"));
        Practice longer =
                edited(
                        new Track("consult", "Consultation", List.of(step("call"))),
                        new Track("quote", "Quote", List.of(step("price"))),
                        new Track("treatment", "Treatment", List.of(step("plan"))));
        story.in(longer).then(CALL);
        assertThat(states(story, "consult", "quote", "treatment"))
                .containsExactly(TrackState.CLOSED, TrackState.OPEN, TrackState.WAITING);
        assertThat(story.map().version()).isEqualTo(2);
    }

    @Test
    void when_the_open_track_is_gone_from_the_map_the_next_one_opens() {
        Track treatment = new Track("treatment", "Treatment", List.of(step("plan")));
        Track last = new Track("aftercare", "Aftercare", List.of(step("check")));
        Story story = Story.ofEnquiry().in(edited(treatment, last));
        story.then(PLAN);
        assertThat(story.entries())
                .containsExactly(
                        new MapEntry.TrackOpened("treatment"),
                        new MapEntry.StepCompleted("treatment", "plan", new FieldValue.Flag(true)),
                        new MapEntry.TrackClosed("treatment"),
                        new MapEntry.TrackOpened("aftercare"));
        Story clicked = Story.ofEnquiry().in(edited(treatment, last));
        clicked.then(new Command.OpenTrack("treatment"));
        assertThat(states(clicked, "treatment", "aftercare"))
                .containsExactly(TrackState.OPEN, TrackState.WAITING);
        assertThat(
                        ((Refusal.Conflict) clicked.refused(new Command.OpenTrack("aftercare")))
                                .reason())
                .isEqualTo(Refusal.Reason.TRACK_NOT_READY);
    }

    @Test
    void behind_a_closed_track_the_next_one_opens_when_the_open_one_is_gone() {
        Track done = new Track("consult", "Consultation", List.of(step("call")));
        Track gone = new Track("quote", "Quote", List.of(step("price")));
        Track last = new Track("treatment", "Treatment", List.of(step("plan")));
        Story story = Story.ofEnquiry(edited(done, gone, last)).then(CALL);
        assertThat(states(story, "quote")).containsExactly(TrackState.OPEN);
        story.in(edited(done, last)).then(PLAN);
        assertThat(states(story, "consult", "treatment"))
                .containsExactly(TrackState.CLOSED, TrackState.OPEN);
    }

    @Test
    void in_a_map_that_is_gone_nothing_can_be_done() {
        Story story = Story.ofEnquiry().in(SamplePractice.with(p -> p.maps.clear()));
        assertThat(story.refused(CALL)).isEqualTo(new Refusal.Unknown("map"));
        assertThat(story.refused(new Command.OpenTrack("treatment")))
                .isEqualTo(new Refusal.Unknown("map"));
    }

    /** The practice after its map {@code treat} was edited. */
    private static Practice edited(Track... tracks) {
        return SamplePractice.with(
                p -> p.maps.set(0, new LeadMap("treat", 3, "Treatment", "red", List.of(tracks))));
    }

    private static List<TrackState> states(Story story, String... tracks) {
        return List.of(tracks).stream().map(story.map()::state).toList();
    }

    private static Step step(String id) {
        return new Step(id, id, "", true);
    }
}
