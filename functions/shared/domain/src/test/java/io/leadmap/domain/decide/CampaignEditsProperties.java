package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.Practice;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;

/** What a run sends while its campaign is edited (domain section 6). */
class CampaignEditsProperties {

    private static final List<String> MAILS = List.of("a", "b", "c", "d", "e");

    /**
     * A version of the campaign, and what comes then.
     *
     * @param delays in days, of the mail at that place
     * @param days until the sweep comes
     */
    record Edit(List<String> mails, List<Integer> delays, boolean active, int days) {}

    @Property
    void nothing_is_sent_twice_or_from_before_the_point_where_the_run_stands(
            @ForAll("edits") List<Edit> edits) {
        Run run = new Run(edits.getFirst());
        for (Edit edit : edits) {
            List<String> before = run.decided();
            run.live(edit);
            List<String> more = run.decided().subList(before.size(), run.decided().size());
            assertThat(more).hasSizeLessThanOrEqualTo(1);
            assertThat(run.decided()).doesNotHaveDuplicates();
            for (String sent : more) {
                assertThat(edit.active()).isTrue();
                int place = edit.mails().indexOf(sent);
                assertThat(edit.mails().subList(place, edit.mails().size()))
                        .doesNotContainAnyElementsOf(before.isEmpty() ? List.of("none") : before);
                if (place > 0 && edit.mails().stream().anyMatch(before::contains)) {
                    assertThat(before).contains(edit.mails().get(place - 1));
                }
            }
        }
    }

    @Property
    void a_sweep_finds_every_mail_that_is_due(@ForAll("edits") List<Edit> edits) {
        Run run = new Run(edits.getFirst());
        for (Edit edit : edits) {
            DripRun before = run.story.drip("care");
            boolean found = run.findsAfter(edit);
            run.live(edit);
            boolean went = !run.decided().equals(before.decided());
            assertThat(found || !went).as("%s was not found", before).isTrue();
        }
    }

    @Property
    void a_finished_run_never_reopens(@ForAll("edits") List<Edit> edits) {
        Run run = new Run(edits.getFirst());
        boolean finished = false;
        for (Edit edit : edits) {
            List<String> before = run.decided();
            run.live(edit);
            assertThat(finished && !run.decided().equals(before)).isFalse();
            finished = run.story.drip("care").state() == DripRun.State.FINISHED;
        }
    }

    @Provide
    Arbitrary<List<Edit>> edits() {
        return Combinators.combine(
                        Arbitraries.shuffle(MAILS),
                        Arbitraries.integers().between(1, MAILS.size()),
                        Arbitraries.of(0, 1, 3, 9).list().ofSize(MAILS.size()),
                        Arbitraries.of(true, true, true, false),
                        Arbitraries.of(0, 1, 2, 5, 12))
                .as((order, size, delays, active, days) ->
                        new Edit(order.subList(0, size), delays, active, days))
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    /** One lead's run of the campaign, whose mails may go out at any time. */
    private static final class Run {
        private final Story story;
        private DripCampaign campaign;

        Run(Edit first) {
            campaign = version(first);
            story = Story.of(practice(new DripCampaign("care", "Care", campaign.mails())));
            story.then(new Command.EnrolDrip("care")).by(Actor.SYSTEM);
        }

        List<String> decided() {
            return story.drip("care").decided();
        }

        void live(Edit edit) {
            campaign = version(edit).after(campaign);
            story.in(practice(campaign)).after(Duration.ofDays(edit.days()));
            Command advance = new Command.AdvanceDrip("care");
            if (story.decide(advance) instanceof Decision.Accepted) {
                story.then(advance);
                assertThat(story.entries()).noneMatch(DripEntry.DripStopped.class::isInstance);
            }
        }

        boolean findsAfter(Edit edit) {
            DripCampaign next = version(edit).after(campaign);
            Instant at = story.now().plus(Duration.ofDays(edit.days()));
            List<DueRange> ranges = DueRules.drips(practice(next), at);
            return DueEntries.of(story.lead()).drips().values().stream()
                    .anyMatch(entry ->
                            ranges.stream()
                                    .filter(range -> range.key().equals(entry.key()))
                                    .anyMatch(range -> !entry.since().isAfter(range.until())));
        }

        private static DripCampaign version(Edit edit) {
            List<DripMail> mails = new ArrayList<>();
            for (int i = 0; i < edit.mails().size(); i++) {
                mails.add(SamplePractice.mail(edit.mails().get(i), edit.delays().get(i)));
            }
            return new DripCampaign("care", "Care", edit.active(), false, mails, List.of());
        }

        private static Practice practice(DripCampaign campaign) {
            return SamplePractice.with(p -> {
                p.settings.timeZone = ZoneOffset.UTC;
                p.settings.sendingWindow =
                        new Hours(
                                EnumSet.allOf(DayOfWeek.class),
                                LocalTime.MIN,
                                LocalTime.of(23, 59));
                MAILS.forEach(mail -> p.macros.add(SamplePractice.mail(mail)));
                p.drips.set(0, campaign);
            });
        }
    }
}
