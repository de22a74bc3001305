package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.StatusEntry.DateStamped.Which;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.LeadSheet.Page;
import io.leadmap.ports.LeadSheet.Position;
import io.leadmap.ports.LeadSheet.Range;
import io.leadmap.ports.LeadSheet.Row;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code LeadSheet} promises: whole rows in three orders, page by page. */
public interface LeadSheetContract extends StoreSuite {

    private LeadStory begin(PracticeId practice) {
        clock().advance(Duration.ofMillis(1));
        return new LeadStory(practice, newLead(), clock())
                .begin(store(), "m@example.com", "+61444444444");
    }

    /** All rows, read two at a time. */
    private List<LeadId> read(PracticeId practice, Range range, boolean newestFirst) {
        List<LeadId> read = new ArrayList<>();
        Position after = null;
        Page page;
        do {
            page = store().leadSheet().read(practice, range, newestFirst, after, 2);
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(2);
            for (Row row : page.rows()) {
                read.add(row.id());
                after = new Position(Objects.requireNonNull(range.at(row)), row.id());
            }
        } while (page.more());
        return read;
    }

    @Test
    default void a_row_tells_what_the_sheet_shows() {
        PracticeId practice = newPractice();
        LeadStory story = begin(practice);
        story.then(
                store(),
                new RecordEntry.FieldChanged(
                        FieldKey.COMMENT, null, new FieldValue.Text("long ".repeat(60))),
                new RecordEntry.FieldChanged(
                        FieldKey.SERVICE_REQUESTED, null, new FieldValue.Text("Botox")),
                new RecordEntry.FieldChanged(
                        FieldKey.NAME, null, new FieldValue.Text("Monique - massage")),
                new StatusEntry.StatusChanged(Status.CREATED, Status.BOOKED, null, null, false),
                new StatusEntry.DateStamped(Which.BOOKED, clock().instant(), true),
                new OwnerEntry.TransferRequested("adam"),
                new SuspensionEntry.Suspended(SuspensionCause.INCOMPLETE),
                new PmsEntry.PatientLinked(new PatientLink("pms", "p-1")),
                new PmsEntry.AppointmentLinked(
                        AppointmentsContract.appointment("a-1", "p-1", 1, clock().instant())));
        Range range = new Range.Created(Instant.EPOCH, clock().instant().plusSeconds(1));

        Row expected = Row.of(story.lead());
        assertThat(store().leadSheet().read(practice, range, true, null, 10).rows())
                .containsExactly(expected);
        assertThat(store().leadSheet().row(practice, story.id())).contains(expected);
        assertThat(store().leadSheet().row(practice, newLead())).isEmpty();
        assertThat(store().leadSheet().rows(practice, List.of(newLead(), story.id(), story.id())))
                .isEqualTo(Map.of(story.id(), expected));
        assertThat(expected.comment()).hasSize(80);
    }

    @Test
    default void a_comment_that_a_row_cuts_can_be_read_whole() {
        PracticeId practice = newPractice();
        String emoji = "\ud83d\ude00".repeat(60);
        LeadStory cut = begin(practice);
        cut.then(
                store(),
                new RecordEntry.FieldChanged(
                        FieldKey.COMMENT, null, new FieldValue.Text("x" + emoji)));
        LeadStory silent = begin(practice);

        Row row = store().leadSheet().row(practice, cut.id()).orElseThrow();
        assertThat(row.isCommentCut()).isTrue();
        assertThat(row.comment()).isEqualTo("x" + "\ud83d\ude00".repeat(39) + "\u2026");
        assertThat(
                        store().leadSheet()
                                .comments(practice, List.of(cut.id(), silent.id(), newLead())))
                .isEqualTo(Map.of(cut.id(), "x" + emoji));
        assertThat(store().leadSheet().comments(newPractice(), List.of(cut.id()))).isEmpty();
    }

    @Test
    default void leads_are_listed_by_created_page_by_page_in_both_directions() {
        PracticeId practice = newPractice();
        Instant from = clock().instant();
        List<LeadId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(begin(practice).id());
        }
        Instant to = clock().instant();
        begin(newPractice());

        assertThat(read(practice, new Range.Created(from, to.plusNanos(1)), false)).isEqualTo(ids);
        assertThat(read(practice, new Range.Created(from, to.plusNanos(1)), true))
                .isEqualTo(ids.reversed());
        assertThat(read(practice, new Range.Created(from, to), false)).isEqualTo(ids.subList(0, 4));
        assertThat(read(practice, new Range.Created(to, from), false)).isEmpty();
    }

    @Test
    default void leads_of_the_same_moment_are_listed_by_id_and_none_twice() {
        PracticeId practice = newPractice();
        List<LeadId> ids = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            ids.add(
                    new LeadStory(practice, newLead(), clock())
                            .begin(store(), "m@example.com", null)
                            .id());
        }
        Range range = new Range.Created(clock().instant(), clock().instant().plusSeconds(1));

        assertThat(read(practice, range, false)).isEqualTo(ids);
        assertThat(read(practice, range, true)).isEqualTo(ids.reversed());
    }

    @Test
    default void an_owners_leads_are_listed_alone() {
        PracticeId practice = newPractice();
        Instant from = clock().instant();
        LeadStory kept = begin(practice);
        LeadStory given =
                begin(practice).then(store(), new OwnerEntry.OwnerChanged("anna", "adam"));
        LeadStory nobodys =
                begin(practice).then(store(), new OwnerEntry.OwnerChanged("anna", null));
        Instant to = clock().instant().plusNanos(1);

        assertThat(read(practice, new Range.OwnedCreated("anna", from, to), true))
                .containsExactly(kept.id());
        assertThat(read(practice, new Range.OwnedCreated("adam", from, to), true))
                .containsExactly(given.id());
        assertThat(read(practice, new Range.Created(from, to), true)).contains(nobodys.id());
    }

    @Test
    default void booked_leads_are_listed_by_their_booking() {
        PracticeId practice = newPractice();
        Instant from = clock().instant();
        LeadStory late = begin(practice);
        LeadStory early = begin(practice);
        begin(practice);
        late.then(
                store(),
                new StatusEntry.DateStamped(Which.BOOKED, from.plus(Duration.ofDays(2)), false));
        early.then(
                store(),
                new StatusEntry.DateStamped(Which.BOOKED, from.plus(Duration.ofDays(1)), false));
        Range range = new Range.Booked(from, from.plus(Duration.ofDays(3)));

        assertThat(read(practice, range, false)).containsExactly(early.id(), late.id());

        early.then(store(), new StatusEntry.DateStamped(Which.BOOKED, null, false));
        assertThat(read(practice, range, false)).containsExactly(late.id());
    }
}
