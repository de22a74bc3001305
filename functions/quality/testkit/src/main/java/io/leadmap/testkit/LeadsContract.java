package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.PmsEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.IdentityKey.ByEmail;
import io.leadmap.domain.lead.IdentityKey.ByPatient;
import io.leadmap.domain.lead.IdentityKey.ByPhone;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Leads.Sharing;
import io.leadmap.ports.Snapshot;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What {@code Leads} promises: one command, one transaction. */
public interface LeadsContract extends StoreSuite {

    @Test
    default void a_lead_is_read_as_it_was_stored() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock())
                        .begin(store(), "m@example.com", "+61444444444");
        clock().advance(Duration.ofSeconds(90).plusNanos(123_456_789));
        story.then(
                store(),
                new StatusEntry.StatusChanged(
                        Status.CREATED, Status.CONTACTED, null, "spoke", false),
                new MapEntry.MapEntered("path", 1),
                new MapEntry.TrackOpened("first"),
                new MapEntry.StepCompleted("first", "call", new FieldValue.Flag(true)),
                new DripEntry.DripEnrolled("care", false, false),
                new OwnerEntry.TransferRequested("adam"));

        assertThat(store().leads().find(practice, story.id())).contains(story.lead());
        assertThat(store().leads().find(practice, newLead())).isEmpty();
        assertThat(store().leads().find(newPractice(), story.id())).isEmpty();
    }

    @Test
    default void a_lead_that_has_moved_on_is_not_written() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        LeadStory other = story.copy();
        story.then(store(), new ContactEntry.NoteAdded("first", null));

        Appended late =
                store().leads().append(other.next(new ContactEntry.NoteAdded("late", null)));

        assertThat(late).isInstanceOf(Appended.Moved.class);
        assertThat(store().leads().find(practice, story.id())).contains(story.lead());
        assertThat(store().histories().read(practice, story.id())).hasSize(2);
    }

    @Test
    default void a_lead_is_begun_once() {
        PracticeId practice = newPractice();
        LeadId id = newLead();
        new LeadStory(practice, id, clock()).begin(store(), "m@example.com", null);

        Append again =
                new LeadStory(practice, id, clock())
                        .next(LeadStory.created("x@example.com", null, clock().instant()));

        assertThat(store().leads().append(again)).isInstanceOf(Appended.Moved.class);
    }

    @Test
    default void who_shares_an_email_a_phone_or_a_patient_is_found_oldest_first() {
        PracticeId practice = newPractice();
        LeadStory mother =
                new LeadStory(practice, newLead(), clock())
                        .begin(store(), "Fam@example.com", "+61400000001");
        LeadStory child =
                new LeadStory(practice, newLead(), clock())
                        .begin(store(), "fam@example.com", "+61400000002");
        child.then(store(), new PmsEntry.PatientLinked(new PatientLink("pms", "p-1")));

        Set<IdentityKey> keys =
                Set.of(
                        new ByEmail("fam@example.com"),
                        new ByPhone("+61400000002"),
                        new ByPhone("+61400000009"),
                        new ByPatient("pms", "p-1"));
        Map<IdentityKey, Sharing> sharing = store().leads().sharing(practice, keys);

        assertThat(sharing).hasSize(4);
        assertThat(sharing.get(new ByEmail("fam@example.com")))
                .isEqualTo(new Sharing(List.of(mother.id(), child.id()), 2));
        assertThat(sharing.get(new ByPhone("+61400000002")))
                .isEqualTo(new Sharing(List.of(child.id()), 1));
        assertThat(sharing.get(new ByPatient("pms", "p-1")))
                .isEqualTo(new Sharing(List.of(child.id()), 1));
        assertThat(sharing.get(new ByPhone("+61400000009"))).isEqualTo(new Sharing(List.of(), 0));
    }

    @Test
    default void an_edited_email_moves_the_lead_from_one_guard_to_another() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock())
                        .begin(store(), "old@example.com", "+61400000001");
        story.then(
                store(),
                new RecordEntry.FieldChanged(
                        FieldKey.EMAIL,
                        new FieldValue.Text("old@example.com"),
                        new FieldValue.Text("new@example.com")));

        Map<IdentityKey, Sharing> sharing =
                store().leads()
                        .sharing(
                                practice,
                                Set.of(
                                        new ByEmail("old@example.com"),
                                        new ByEmail("new@example.com")));

        assertThat(sharing.get(new ByEmail("old@example.com")))
                .isEqualTo(new Sharing(List.of(), 2));
        assertThat(sharing.get(new ByEmail("new@example.com")))
                .isEqualTo(new Sharing(List.of(story.id()), 1));
    }

    @Test
    default void of_two_forms_at_once_only_one_begins_a_lead() {
        PracticeId practice = newPractice();
        Map<IdentityKey, Long> nobody = Map.of(new ByEmail("m@example.com"), 0L);
        Append first =
                new LeadStory(practice, newLead(), clock())
                        .next(LeadStory.created("m@example.com", null, clock().instant()));
        Append second =
                new LeadStory(practice, newLead(), clock())
                        .next(LeadStory.created("m@example.com", null, clock().instant()));

        assertThat(store().leads().append(LeadStory.with(first, nobody)))
                .isInstanceOf(Appended.Stored.class);
        assertThat(store().leads().append(LeadStory.with(second, nobody)))
                .isInstanceOf(Appended.Moved.class);
    }

    @Test
    default void a_guard_that_the_lead_is_in_already_is_checked_too() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        Append checked =
                LeadStory.with(
                        story.copy().next(new ContactEntry.NoteAdded("a", null)),
                        Map.of(new ByEmail("m@example.com"), 1L));
        Append stale =
                LeadStory.with(
                        story.copy().next(new ContactEntry.NoteAdded("b", null)),
                        Map.of(new ByEmail("m@example.com"), 7L));

        assertThat(store().leads().append(stale)).isInstanceOf(Appended.Moved.class);
        assertThat(store().leads().append(checked)).isInstanceOf(Appended.Stored.class);
    }

    @Test
    default void an_idempotency_key_gives_the_first_answer_until_it_expires() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        FirstAnswer answer = answer(story.id(), 2, clock().instant().plus(Duration.ofHours(24)));
        store(story.next(new ContactEntry.NoteAdded("once", null)), answer);
        FirstAnswer another = answer(story.id(), 3, clock().instant().plus(Duration.ofDays(2)));
        LeadStory again = story.copy();

        Append repeated =
                LeadStory.with(
                        again.copy().next(new ContactEntry.NoteAdded("twice", null)), another);
        assertThat(store().leads().append(repeated)).isEqualTo(new Appended.Repeated(answer));
        assertThat(store().firstAnswers().find(practice, "calls k-1", clock().instant()))
                .contains(answer);
        assertThat(store().firstAnswers().find(practice, "calls k-2", clock().instant())).isEmpty();

        clock().advance(Duration.ofHours(24));
        assertThat(store().firstAnswers().find(practice, "calls k-1", clock().instant())).isEmpty();
        store(again.next(new ContactEntry.NoteAdded("later", null)), another);
        assertThat(store().firstAnswers().find(practice, "calls k-1", clock().instant()))
                .contains(another);
    }

    @Test
    default void of_several_answers_each_is_remembered_and_each_prevents_a_second_time() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        Instant now = clock().instant();
        FirstAnswer same =
                new FirstAnswer(
                        "same",
                        "hash",
                        202,
                        story.id(),
                        2,
                        "ref",
                        now.plus(Duration.ofMinutes(10)));
        FirstAnswer keyed =
                new FirstAnswer(
                        "keyed", "hash", 202, story.id(), 2, "ref", now.plus(Duration.ofHours(24)));
        LeadStory.store(
                store(),
                LeadStory.with(story.next(new ContactEntry.NoteAdded("once", null)), same, keyed));

        assertThat(store().firstAnswers().find(practice, "same", now)).contains(same);
        assertThat(store().firstAnswers().find(practice, "keyed", now)).contains(keyed);

        clock().advance(Duration.ofMinutes(10));
        LeadStory again = story.copy();
        Append repeated =
                LeadStory.with(
                        again.copy().next(new ContactEntry.NoteAdded("twice", null)), same, keyed);
        assertThat(store().leads().append(repeated)).isEqualTo(new Appended.Repeated(keyed));
        assertThat(store().firstAnswers().find(practice, "same", clock().instant())).isEmpty();
    }

    @Test
    default void the_answer_to_a_call_that_changed_no_lead_is_remembered_until_it_expires() {
        PracticeId practice = newPractice();
        Instant now = clock().instant();
        FirstAnswer first =
                new FirstAnswer("calls k-9", "hash", 201, null, 0, "src", now.plusSeconds(60));
        FirstAnswer other =
                new FirstAnswer("calls k-9", "other", 200, newLead(), 7, null, now.plusSeconds(90));

        assertThat(store().firstAnswers().remember(practice, first, now)).isEmpty();
        assertThat(store().firstAnswers().remember(practice, other, now)).contains(first);
        assertThat(store().firstAnswers().find(practice, "calls k-9", now)).contains(first);

        Instant later = now.plusSeconds(60);
        assertThat(store().firstAnswers().remember(practice, other, later)).isEmpty();
        assertThat(store().firstAnswers().find(practice, "calls k-9", later)).contains(other);
    }

    private void store(Append append, FirstAnswer answer) {
        LeadStory.store(store(), LeadStory.with(append, answer));
    }

    private static FirstAnswer answer(LeadId lead, long seq, Instant expires) {
        return new FirstAnswer("calls k-1", "hash", 200, lead, seq, null, expires);
    }

    @Test
    default void a_mail_that_the_sender_has_claimed_cannot_be_skipped_any_more() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        Email mail = MailLedgerContract.automatic(story, 1);
        LeadStory.store(store(), MailLedgerContract.queue(story, mail));
        store().mailLedger().claim(mail.id(), "sender-1", clock().instant());

        Settlement skip =
                new Settlement(mail.id(), MailState.QUEUED, Standing.of(MailState.SKIPPED));
        Append skipped =
                story.copy()
                        .next(
                                List.of(new MailEntry.EmailSkipped(mail.id(), "closed")),
                                List.of(),
                                List.of(skip),
                                List.of());

        assertThat(store().leads().append(skipped))
                .isEqualTo(new Appended.InFlight(Set.of(mail.id())));
        assertThat(store().leads().find(practice, story.id())).contains(story.lead());
    }

    @Test
    default void a_settlement_that_no_longer_fits_moves_nothing() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        Email mail = MailLedgerContract.automatic(story, 1);
        LeadStory.store(store(), MailLedgerContract.queue(story, mail));

        Settlement sent = new Settlement(mail.id(), MailState.CLAIMED, Standing.of(MailState.SENT));
        Append early =
                story.copy()
                        .next(
                                List.of(
                                        new MailEntry.EmailSent(
                                                mail.id(), mail.to(), "Hello", "00")),
                                List.of(),
                                List.of(sent),
                                List.of());

        assertThat(store().leads().append(early)).isInstanceOf(Appended.Moved.class);
        assertThat(store().mailLedger().find(mail.id()).orElseThrow().state())
                .isEqualTo(MailState.QUEUED);
    }

    @Test
    default void a_snapshot_is_stored_with_the_lead_or_not_at_all() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        Appointment appointment =
                AppointmentsContract.appointment("a-1", "p-1", 1, clock().instant());
        Snapshot first = AppointmentsContract.snapshot(appointment, story.id(), 0);
        Append linked = story.next(new PmsEntry.AppointmentLinked(appointment));

        LeadStory.store(store(), LeadStory.with(linked, first));

        assertThat(store().appointments().find(practice, "pms", "a-1"))
                .contains(AppointmentsContract.snapshot(appointment, story.id(), 1));
        assertThat(store().leads().find(practice, story.id())).contains(story.lead());
        Append again = story.copy().next(new ContactEntry.NoteAdded("late", null));
        assertThat(store().leads().append(LeadStory.with(again, first)))
                .isInstanceOf(Appended.Moved.class);
        assertThat(store().leads().find(practice, story.id())).contains(story.lead());
    }

    @Test
    default void an_appointment_that_is_unlinked_leaves_the_lead() {
        PracticeId practice = newPractice();
        LeadStory story =
                new LeadStory(practice, newLead(), clock()).begin(store(), "m@example.com", null);
        Appointment appointment =
                AppointmentsContract.appointment("a-1", "p-1", 1, clock().instant());
        story.then(store(), new PmsEntry.AppointmentLinked(appointment));
        story.then(store(), new PmsEntry.AppointmentUnlinked("pms", "a-1", "deleted"));

        assertThat(store().leads().find(practice, story.id())).contains(story.lead());
        assertThat(story.lead().pms().appointment()).isNull();
    }
}
