package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.decide.Life.Chapter;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.practice.DripCampaign;
import io.leadmap.domain.practice.DripCampaign.DripMail;
import io.leadmap.domain.practice.Hours;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Settings.AutomaticMoves;
import io.leadmap.domain.practice.Settings.DeadLeads;
import io.leadmap.domain.suppression.KnownAddresses;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a sweep finds by the settings of now is what is due by them, however they were when the lead
 * was written (domain section 3, decision <em>due</em>).
 */
class DueProperties {

    /**
     * @param after how much later the sweep comes
     */
    record Now(Practice practice, Duration after) {}

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void a_sweep_finds_exactly_what_it_changes(
            @ForAll("lives") Life life, @ForAll("nows") Now now) {
        for (Chapter chapter : life.chapters()) {
            Lead lead = chapter.decision().after();
            Instant at = lead.revision().at().plus(now.after());
            Set<DueKey> found =
                    Stream.of(
                                    DueRules.deadLeads(now.practice(), at),
                                    DueRules.drips(now.practice(), at),
                                    DueRules.appointmentDays(now.practice(), at))
                            .flatMap(List::stream)
                            .filter(range -> stands(lead, range))
                            .map(DueRange::key)
                            .collect(Collectors.toSet());
            DueEntries.of(lead)
                    .all()
                    .forEach(entry ->
                            assertThat(found.contains(entry.key()))
                                    .as("%s at %s", entry, at)
                                    .isEqualTo(changes(chapter, entry.key(), now.practice(), at)));
        }
    }

    @Property(shrinking = ShrinkingMode.BOUNDED)
    void nothing_is_due_that_does_not_stand_in_the_index(
            @ForAll("lives") Life life, @ForAll("nows") Now now) {
        for (Chapter chapter : life.chapters()) {
            Lead lead = chapter.decision().after();
            Instant at = lead.revision().at().plus(now.after());
            Set<Command> standing =
                    DueEntries.of(lead)
                            .all()
                            .map(entry -> entry.key().command())
                            .collect(Collectors.toSet());
            Stream.of(
                            new Command.SweepDeadLead(),
                            new Command.EndAppointmentDay(),
                            new Command.AdvanceDrip("care"),
                            new Command.AdvanceDrip("news"))
                    .filter(command -> !standing.contains(command))
                    .forEach(command ->
                            assertThat(decide(chapter, command, now.practice(), at))
                                    .isInstanceOf(Decision.Unchanged.class));
        }
    }

    private static boolean stands(Lead lead, DueRange range) {
        return DueEntries.of(lead)
                .all()
                .anyMatch(entry ->
                        entry.key().equals(range.key()) && !entry.since().isAfter(range.until()));
    }

    private static boolean changes(Chapter chapter, DueKey key, Practice practice, Instant at) {
        return decide(chapter, key.command(), practice, at) instanceof Decision.Accepted;
    }

    private static Decision decide(
            Chapter chapter, Command command, Practice practice, Instant at) {
        Cause cause = new Cause(Cause.Kind.SWEEP, "sweep");
        Context context = new Context(practice, Actor.SYSTEM, cause, at, Set.of());
        return Decider.decide(
                chapter.decision().after(),
                command,
                context.with(KnownAddresses.NONE.with(chapter.address())));
    }

    @Provide
    Arbitrary<Life> lives() {
        return LifeProperties.anyLives();
    }

    @Provide
    Arbitrary<Now> nows() {
        return Combinators.combine(
                        Arbitraries.integers().between(1, 4),
                        Arbitraries.of(1, 24, 48),
                        Arbitraries.of(DeadLeads.values()),
                        Arbitraries.of("UTC", "Australia/Sydney", "America/Los_Angeles"),
                        Arbitraries.of(true, false),
                        campaigns(),
                        Arbitraries.of(0, 1, 9, 25, 49, 170, 900))
                .as((limit, grace, deadLeads, zone, wide, care, hours) ->
                        new Now(
                                SamplePractice.with(p -> {
                                    p.settings.attemptLimit = limit;
                                    p.settings.attemptGrace = Duration.ofHours(grace);
                                    p.settings.deadLeads = deadLeads;
                                    p.settings.timeZone = ZoneId.of(zone);
                                    p.settings.sendingWindow = wide ? wide() : narrow();
                                    p.settings.dripsStopOnBooked = wide;
                                    p.settings.automaticMoves =
                                            new AutomaticMoves(true, true, limit % 2 == 0);
                                    p.drips.set(0, care);
                                }),
                                Duration.ofHours(hours)));
    }

    /**
     * Edits of the campaign that the lives run: mails added, removed, the campaign switched off.
     */
    private static Arbitrary<DripCampaign> campaigns() {
        DripCampaign first = SamplePractice.PRACTICE.drip("care").orElseThrow();
        Arbitrary<List<DripMail>> mails =
                Arbitraries.of(
                        List.of(mail("tip1", 3), mail("tip2", 7)),
                        List.of(mail("tip1", 0), mail("tip2", 1)),
                        List.of(mail("tip1", 3)),
                        List.of(mail("welcome", 2), mail("tip1", 3), mail("tip2", 7)),
                        List.of(mail("tip1", 1), mail("welcome", 1), mail("tip2", 30)));
        return Combinators.combine(mails, Arbitraries.of(true, true, true, false))
                .as((list, active) ->
                        new DripCampaign("care", "Care", active, false, list, List.of())
                                .after(first));
    }

    private static DripMail mail(String macro, int days) {
        return SamplePractice.mail(macro, days);
    }

    private static Hours wide() {
        return new Hours(EnumSet.allOf(DayOfWeek.class), LocalTime.MIN, LocalTime.of(23, 59));
    }

    private static Hours narrow() {
        return new Hours(
                EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY),
                LocalTime.of(8, 0),
                LocalTime.of(12, 0));
    }
}
