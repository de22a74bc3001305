package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions.Difference.Added;
import io.leadmap.domain.report.Contributions.Difference.Changed;
import io.leadmap.domain.report.Contributions.Difference.Removed;
import io.leadmap.domain.report.Row;
import io.leadmap.ports.Counts.Counted;
import io.leadmap.ports.Counts.Fact;
import io.leadmap.ports.Counts.Facts;
import io.leadmap.ports.Counts.Place;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** What {@code Counts} promises: each difference counts once. */
public interface CountsContract extends StoreSuite {

    LocalDate FIRST = LocalDate.of(2026, 2, 27);

    private static Contribution on(Row row, LocalDate day, @Nullable String owner) {
        return new Contribution(row, day, "root", null, owner);
    }

    @Test
    default void a_difference_counts_once() {
        PracticeId practice = newPractice();
        LeadId lead = newLead();
        Contribution contribution = on(Row.ADDITIONAL_LEADS, FIRST, "anna");

        assertThat(store().counts().apply(practice, lead, new Added(contribution))).isTrue();
        assertThat(store().counts().apply(practice, lead, new Added(contribution))).isFalse();
        store().counts().apply(practice, newLead(), new Added(contribution));
        assertThat(store().counts().days(practice, FIRST, FIRST))
                .containsExactly(new Counted(contribution, 2));

        assertThat(store().counts().apply(practice, lead, new Removed(contribution))).isTrue();
        assertThat(store().counts().apply(practice, lead, new Removed(contribution))).isFalse();
        assertThat(store().counts().days(practice, FIRST, FIRST))
                .containsExactly(new Counted(contribution, 1));
        assertThat(store().counts().days(newPractice(), FIRST, FIRST)).isEmpty();
    }

    @Test
    default void what_stands_under_other_dimensions_is_not_removed() {
        PracticeId practice = newPractice();
        LeadId lead = newLead();
        Contribution anna = on(Row.LOST, FIRST, "anna");
        store().counts().apply(practice, lead, new Added(anna));

        assertThat(store().counts().apply(practice, lead, new Removed(on(Row.LOST, FIRST, "adam"))))
                .isFalse();
        assertThat(store().counts().apply(practice, lead, new Added(on(Row.LOST, FIRST, "adam"))))
                .isFalse();
        assertThat(store().counts().days(practice, FIRST, FIRST))
                .containsExactly(new Counted(anna, 1));
    }

    @Test
    default void a_lead_is_counted_for_what_its_fact_says_and_for_nothing_else() {
        PracticeId practice = newPractice();
        LeadId lead = newLead();
        Contribution anna = on(Row.LOST, FIRST, "anna");
        store().counts().apply(practice, lead, new Added(anna));

        assertThat(store().counts().isCounted(practice, lead, anna)).isTrue();
        assertThat(store().counts().isCounted(practice, lead, on(Row.LOST, FIRST, "adam")))
                .isFalse();
        assertThat(store().counts().isCounted(practice, lead, on(Row.CANCELLED, FIRST, "anna")))
                .isFalse();
        assertThat(
                        store().counts()
                                .isCounted(practice, lead, on(Row.LOST, FIRST.plusDays(1), "anna")))
                .isFalse();
        assertThat(store().counts().isCounted(practice, newLead(), anna)).isFalse();
        assertThat(store().counts().isCounted(newPractice(), lead, anna)).isFalse();
    }

    @Test
    default void a_lead_that_changes_stays_behind_its_row_and_is_counted_elsewhere() {
        PracticeId practice = newPractice();
        LeadId lead = newLead();
        Contribution anna = on(Row.LOST, FIRST, "anna");
        Contribution adam = on(Row.LOST, FIRST, "adam");
        assertThat(store().counts().apply(practice, lead, new Changed(anna, adam))).isFalse();
        store().counts().apply(practice, newLead(), new Added(anna));
        store().counts().apply(practice, lead, new Added(anna));

        assertThat(store().counts().apply(practice, lead, new Changed(anna, adam))).isTrue();
        assertThat(store().counts().apply(practice, lead, new Changed(anna, adam))).isFalse();
        assertThat(store().counts().days(practice, FIRST, FIRST))
                .containsExactlyInAnyOrder(new Counted(anna, 1), new Counted(adam, 1));
        assertThat(store().counts().facts(practice, Row.LOST, FIRST, FIRST, 9, null).facts())
                .contains(new Fact(lead, adam))
                .hasSize(2);
    }

    @Test
    default void days_are_counted_oldest_first_and_zeros_are_left_out() {
        PracticeId practice = newPractice();
        Contribution gone = on(Row.CANCELLED, FIRST, null);
        Contribution first = on(Row.ADDITIONAL_LEADS, FIRST, null);
        Contribution booked = on(Row.ADDITIONAL_LEADS_BOOKED, FIRST.plusDays(2), "anna");
        Contribution outside = on(Row.NEW_CLIENTS, FIRST.plusDays(3), "anna");
        LeadId lead = newLead();
        for (Contribution contribution : List.of(gone, outside, booked, first)) {
            store().counts().apply(practice, lead, new Added(contribution));
        }
        store().counts().apply(practice, lead, new Removed(gone));

        assertThat(store().counts().days(practice, FIRST, FIRST.plusDays(2)))
                .containsExactly(new Counted(first, 1), new Counted(booked, 1));
    }

    @Test
    default void the_leads_behind_a_number_are_listed_page_by_page() {
        PracticeId practice = newPractice();
        List<Fact> expected = new ArrayList<>();
        for (int day = 0; day < 3; day++) {
            for (int i = 0; i < 2; i++) {
                Contribution contribution = on(Row.NEW_CLIENTS, FIRST.plusDays(day), "anna");
                LeadId lead = newLead();
                store().counts().apply(practice, lead, new Added(contribution));
                store().counts()
                        .apply(practice, lead, new Added(on(Row.LOST, FIRST.plusDays(day), null)));
                expected.add(new Fact(lead, contribution));
            }
        }

        List<Fact> found = new ArrayList<>();
        Place after = null;
        Facts page;
        do {
            page =
                    store().counts()
                            .facts(practice, Row.NEW_CLIENTS, FIRST, FIRST.plusDays(1), 3, after);
            found.addAll(page.facts());
            after = page.facts().getLast().place();
        } while (page.more());

        assertThat(found).isEqualTo(expected.subList(0, 4));
    }
}
