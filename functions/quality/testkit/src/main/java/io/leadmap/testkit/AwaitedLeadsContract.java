package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.today.Awaits;
import io.leadmap.ports.AwaitedLeads.Page;
import io.leadmap.ports.AwaitedLeads.Waiting;
import io.leadmap.ports.LeadSheet;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.List;

/** What {@code AwaitedLeads} promises: whoever waits is found by whom they wait for. */
public interface AwaitedLeadsContract extends StoreSuite {

    private LeadStory begin(PracticeId practice) {
        clock().advance(Duration.ofSeconds(1));
        return new LeadStory(practice, newLead(), clock())
                .begin(store(), "m@example.com", "+61444444444");
    }

    private List<LeadId> waiting(PracticeId practice, Awaits what, @Nullable String whose) {
        return store().awaitedLeads().read(practice, what, whose, false, 10).leads().stream()
                .map(waiting -> waiting.row().id())
                .toList();
    }

    @Test
    default void a_new_lead_waits_for_its_owner_until_somebody_reaches_it() {
        PracticeId practice = newPractice();
        LeadStory first = begin(practice);
        LeadStory second = begin(practice);
        begin(newPractice());

        assertThat(waiting(practice, Awaits.CONTACT, "anna"))
                .containsExactly(first.id(), second.id());
        assertThat(waiting(practice, Awaits.CONTACT, "adam")).isEmpty();
        assertThat(waiting(practice, Awaits.CONTACT, null)).isEmpty();

        second.then(
                store(),
                new ContactEntry.CallLogged(ContactEntry.CallLogged.Outcome.NO_ANSWER, null));
        Waiting called =
                store().awaitedLeads()
                        .read(practice, Awaits.CONTACT, "anna", false, 10)
                        .leads()
                        .get(1);
        assertThat(called.row()).isEqualTo(LeadSheet.Row.of(second.lead()));
        assertThat(called.version()).isEqualTo(second.lead().revision().version());
        assertThat(called.attempts()).isEqualTo(second.lead().followUp().attempts());
        assertThat(called.since()).isEqualTo(second.lead().dates().created());

        first.then(
                store(),
                new StatusEntry.StatusChanged(Status.CREATED, Status.CONTACTED, null, null, false));
        assertThat(waiting(practice, Awaits.CONTACT, "anna")).containsExactly(second.id());
    }

    @Test
    default void a_lead_of_nobody_waits_for_whoever_takes_it() {
        PracticeId practice = newPractice();
        LeadStory story = begin(practice);
        story.then(store(), new OwnerEntry.OwnerChanged("anna", null));

        assertThat(waiting(practice, Awaits.CONTACT, "anna")).isEmpty();
        assertThat(waiting(practice, Awaits.CONTACT, null)).containsExactly(story.id());

        story.then(store(), new OwnerEntry.OwnerChanged(null, "adam"));
        assertThat(waiting(practice, Awaits.CONTACT, null)).isEmpty();
        assertThat(waiting(practice, Awaits.CONTACT, "adam")).containsExactly(story.id());
    }

    @Test
    default void a_cancelled_lead_waits_to_be_rebooked() {
        PracticeId practice = newPractice();
        LeadStory story = begin(practice);
        story.then(
                store(),
                new StatusEntry.StatusChanged(Status.CREATED, Status.CANCELLED, null, null, false));

        assertThat(waiting(practice, Awaits.CONTACT, "anna")).isEmpty();
        assertThat(waiting(practice, Awaits.REBOOKING, "anna")).containsExactly(story.id());

        story.then(
                store(),
                new StatusEntry.StatusChanged(Status.CANCELLED, Status.BOOKED, null, null, false));
        assertThat(waiting(practice, Awaits.REBOOKING, "anna")).isEmpty();
    }

    @Test
    default void a_suspected_lead_waits_to_be_looked_at_and_for_nothing_else() {
        PracticeId practice = newPractice();
        LeadStory story = begin(practice);
        story.then(store(), new SuspensionEntry.Suspended(SuspensionCause.SPAM));

        assertThat(waiting(practice, Awaits.CONTACT, "anna")).isEmpty();
        assertThat(waiting(practice, Awaits.CHECK, "anna")).containsExactly(story.id());

        story.then(store(), new SuspensionEntry.Reinstated(SuspensionCause.SPAM));
        assertThat(waiting(practice, Awaits.CHECK, "anna")).isEmpty();
        assertThat(waiting(practice, Awaits.CONTACT, "anna")).containsExactly(story.id());
    }

    @Test
    default void a_transfer_waits_for_whoever_is_asked_and_the_lead_for_its_owner_still() {
        PracticeId practice = newPractice();
        LeadStory story = begin(practice);
        story.then(store(), new OwnerEntry.TransferRequested("adam"));

        assertThat(waiting(practice, Awaits.TRANSFER, "adam")).containsExactly(story.id());
        assertThat(waiting(practice, Awaits.CONTACT, "anna")).containsExactly(story.id());

        story.then(store(), new OwnerEntry.TransferDeclined("adam", "On holiday."));
        assertThat(waiting(practice, Awaits.TRANSFER, "adam")).isEmpty();
    }

    @Test
    default void more_than_was_asked_for_is_said_and_not_read() {
        PracticeId practice = newPractice();
        LeadId first = begin(practice).id();
        LeadId last = begin(practice).id();

        Page one = store().awaitedLeads().read(practice, Awaits.CONTACT, "anna", false, 1);
        assertThat(one.leads()).extracting(waiting -> waiting.row().id()).containsExactly(first);
        assertThat(one.more()).isTrue();
        assertThat(store().awaitedLeads().read(practice, Awaits.CONTACT, "anna", false, 2).more())
                .isFalse();

        Page newest = store().awaitedLeads().read(practice, Awaits.CONTACT, "anna", true, 1);
        assertThat(newest.leads()).extracting(waiting -> waiting.row().id()).containsExactly(last);
        assertThat(newest.more()).isTrue();
    }
}
