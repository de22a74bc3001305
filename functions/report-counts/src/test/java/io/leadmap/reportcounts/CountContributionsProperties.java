package io.leadmap.reportcounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whatever happens to leads and however badly it is delivered, the counts are those of the leads.
 */
class CountContributionsProperties {

    @Property(tries = 150)
    void counts_that_missed_nothing_are_those_of_a_rebuild(@ForAll("lives") List<Step> life) {
        CountingDesk desk = live(life, false);
        assertThat(desk.counted()).isEqualTo(desk.rebuilt());
    }

    @Property(tries = 150)
    void counts_that_missed_something_are_after_they_caught_up(@ForAll("lives") List<Step> life) {
        CountingDesk desk = live(life, true);
        desk.catchUp();
        assertThat(desk.counted()).isEqualTo(desk.rebuilt());
    }

    private static CountingDesk live(List<Step> life, boolean forgets) {
        CountingDesk desk = new CountingDesk();
        List<LeadId> leads = new ArrayList<>();
        Instant now = Instant.parse("2026-02-27T02:00:00Z");
        for (Step step : life) {
            now = now.plusSeconds(step.hours() * 3600L);
            desk.at(now).forgetting(forgets && step.lost()).twice(step.again());
            if (leads.isEmpty() || step.what() == 0) {
                leads.add(desk.add("physio", "google", null));
            } else {
                desk.then(leads.get(step.lead() % leads.size()), step.command());
            }
        }
        return desk;
    }

    /** Something that happens, and how it is delivered. */
    record Step(int what, int lead, int hours, boolean lost, boolean again) {

        private Command command() {
            return switch (what) {
                case 1 -> new Command.SetStatus(Status.BOOKED, null, null);
                case 2 -> new Command.SetStatus(Status.CANCELLED, null, null);
                case 3 -> new Command.SetStatus(Status.INVOICED, null, null);
                case 4 -> new Command.SetStatus(Status.LOST, new LossReason("notInterested"), null);
                case 5 -> new Command.SetStatus(Status.INVALID, null, null);
                case 6 -> new Command.SetStatus(Status.CREATED, null, null);
                case 7 -> new Command.ChangeOwner("ava");
                default ->
                        new Command.EditFields(
                                Map.of(
                                        FieldKey.DIVISION,
                                        Optional.of(new FieldValue.Text("massage"))));
            };
        }
    }

    @Provide
    Arbitrary<List<Step>> lives() {
        return Combinators.combine(
                        Arbitraries.integers().between(0, 8),
                        Arbitraries.integers().between(0, 5),
                        Arbitraries.integers().between(0, 40),
                        Arbitraries.of(true, false, false),
                        Arbitraries.of(true, false, false))
                .as(Step::new)
                .list()
                .ofMaxSize(20);
    }
}
