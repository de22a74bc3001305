package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.map.MapProgress;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.map.MapRun.TrackState;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.LeadMap.Step;
import io.leadmap.domain.practice.LeadMap.Track;
import io.leadmap.domain.practice.Practice;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;

/**
 * Whatever map and whatever agents do in it, tracks stay strictly sequential (domain section 4).
 */
class MapProperties {

    @Property
    void tracks_stay_sequential_and_nothing_waits_that_need_not(
            @ForAll("maps") LeadMap map, @ForAll("moves") List<Move> moves) {
        Practice practice = SamplePractice.with(p -> p.maps.add(map));
        Story story = Story.of(practice).then(new Command.ChangeMap("any"));
        for (Move move : moves) {
            Command command = move.in(map);
            if (story.decide(command) instanceof Decision.Accepted) {
                story.then(command);
            }
            isSound(new MapProgress(map, run(story)));
        }
    }

    @Property
    void whoever_completes_every_step_as_it_opens_arrives_at_ready_to_close(
            @ForAll("maps") LeadMap map) {
        Story story =
                Story.of(SamplePractice.with(p -> p.maps.add(map)))
                        .then(new Command.ChangeMap("any"));
        for (Track track : map.tracks()) {
            for (Step step : track.steps()) {
                story.then(new Command.CompleteStep(step.id()));
            }
        }
        assertThat(new MapProgress(map, run(story)).isReadyToClose()).isTrue();
    }

    private static void isSound(MapProgress progress) {
        List<TrackState> states = progress.map().tracks().stream().map(progress::state).toList();
        int front = progress.front();
        for (int i = 0; i < states.size(); i++) {
            TrackState state = states.get(i);
            if (i < front) {
                assertThat(state).isEqualTo(TrackState.CLOSED);
            } else if (i > front + 1) {
                assertThat(state).isEqualTo(TrackState.WAITING);
            }
        }
        if (front < 0) {
            assertThat(states).isEmpty();
            return;
        }
        Track at = progress.map().tracks().get(front);
        boolean last = front == states.size() - 1;
        assertThat(progress.state(at))
                .isEqualTo(at.steps().isEmpty() ? TrackState.CLOSED : TrackState.OPEN);
        if (!last) {
            assertThat(progress.isAllDone(at)).isFalse();
            assertThat(states.get(front + 1))
                    .isEqualTo(progress.isRequiredDone(at) ? TrackState.READY : TrackState.WAITING);
        }
        assertThat(progress.isReadyToClose()).isEqualTo(last && progress.isRequiredDone(at));
    }

    private static MapRun run(Story story) {
        return Objects.requireNonNull(story.lead().map());
    }

    /** What an agent clicks on, by place. */
    private record Move(int kind, int place) {

        private Command in(LeadMap map) {
            List<String> tracks = map.tracks().stream().map(Track::id).toList();
            List<String> steps =
                    map.tracks().stream().flatMap(t -> t.steps().stream()).map(Step::id).toList();
            return switch (kind) {
                case 0 -> new Command.OpenTrack(at(tracks));
                case 1 -> new Command.ClearStep(at(steps));
                default -> new Command.CompleteStep(at(steps));
            };
        }

        private String at(List<String> ids) {
            return ids.isEmpty() ? "none" : ids.get(place % ids.size());
        }
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 4), Arbitraries.integers().between(0, 15))
                .as(Move::new)
                .list()
                .ofMaxSize(25);
    }

    @Provide
    Arbitrary<LeadMap> maps() {
        return Arbitraries.of(true, false)
                .list()
                .ofMaxSize(3)
                .list()
                .ofMaxSize(5)
                .map(MapProperties::map);
    }

    private static LeadMap map(List<List<Boolean>> required) {
        List<Track> tracks = new ArrayList<>();
        for (int t = 0; t < required.size(); t++) {
            int number = t;
            List<Boolean> steps = required.get(t);
            tracks.add(
                    new Track(
                            "t" + t,
                            "Track " + t,
                            IntStream.range(0, steps.size())
                                    .mapToObj(s ->
                                            new Step(
                                                    "s" + number + "-" + s,
                                                    "Step",
                                                    "",
                                                    steps.get(s)))
                                    .toList()));
        }
        return new LeadMap("any", 1, "Any", "red", tracks);
    }
}
