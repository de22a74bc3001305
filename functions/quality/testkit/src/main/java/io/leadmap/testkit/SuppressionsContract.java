package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.SuppressionEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.Suppression;
import io.leadmap.domain.suppression.Suppression.Kind;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.Suppressions.Kept;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What {@code Suppressions} promises: what is known of an address is kept with the entry that tells
 * it, and outlives whatever lead it stands on.
 */
public interface SuppressionsContract extends StoreSuite {

    /** The address once a mail has led to a suppression, as it is read back. */
    private AddressState stored(AddressState state) {
        return new AddressState(state.address(), state.revision() + 1, state.suppressions());
    }

    private AddressState known(PracticeId practice, String address) {
        return store().suppressions().of(practice, Set.of(address)).of(address);
    }

    private LeadStory story(PracticeId practice, String email) {
        return new LeadStory(practice, newLead(), clock()).begin(store(), email, null);
    }

    /** Somebody complains, and the lead's history says so. */
    private static Append complaint(LeadStory story, AddressState before, Instant at) {
        EmailId mail = story.nextEmail(1);
        return LeadStory.with(
                story.next(new MailEntry.EmailComplained(mail, false, "abuse")),
                before.suppressed(Kind.COMPLAINT, at, mail));
    }

    @Test
    default void an_address_is_kept_as_it_was_decided_and_is_known_to_no_other_practice() {
        PracticeId practice = newPractice();
        LeadStory story = story(practice, "M@example.com");
        EmailId mail = story.nextEmail(1);
        Instant at = clock().instant();
        AddressState clean = known(practice, "m@example.com");
        assertThat(clean).isEqualTo(AddressState.clean("m@example.com"));
        AddressState suppressed =
                clean.suppressed(Kind.HARD_BOUNCE, at, mail)
                        .suppressed(Kind.UNSUBSCRIBE, at, mail)
                        .lifted(
                                Kind.UNSUBSCRIBE,
                                new Suppression.Lifting(
                                        at.plusSeconds(1), "mei", "She called: \u00c9lodie"))
                        .suppressed(Kind.COMPLAINT, at, mail);

        LeadStory.store(
                store(),
                LeadStory.with(story.next(new SuppressionEntry.Unsubscribed(mail)), suppressed));

        assertThat(known(practice, "m@example.com")).isEqualTo(stored(suppressed));
        assertThat(known(newPractice(), "m@example.com")).isEqualTo(clean);
        assertThat(known(practice, "other@example.com"))
                .isEqualTo(AddressState.clean("other@example.com"));
    }

    @Test
    default void whoever_asks_who_shares_an_email_learns_what_is_known_of_it() {
        PracticeId practice = newPractice();
        LeadStory story = story(practice, "m@example.com");
        AddressState clean = known(practice, "m@example.com");
        LeadStory.store(store(), complaint(story, clean, clock().instant()));

        Set<IdentityKey> keys =
                Set.of(
                        new IdentityKey.ByEmail("m@example.com"),
                        new IdentityKey.ByEmail("new@example.com"),
                        new IdentityKey.ByPhone("+61400000001"));
        var known = store().leads().known(practice, keys);

        assertThat(known.addresses().of("m@example.com").block()).contains(Kind.COMPLAINT);
        assertThat(known.addresses().of("new@example.com").block()).isEmpty();
        assertThat(known.sharing()).containsOnlyKeys(keys);
    }

    @Test
    default void an_address_that_was_stored_meanwhile_fails_the_whole_commit() {
        PracticeId practice = newPractice();
        LeadStory one = story(practice, "m@example.com");
        LeadStory other = story(practice, "m@example.com");
        AddressState clean = known(practice, "m@example.com");
        LeadStory.store(store(), complaint(one, clean, clock().instant()));
        AddressState complained = known(practice, "m@example.com");

        Appended late = store().leads().append(complaint(other.copy(), clean, clock().instant()));

        assertThat(late).isInstanceOf(Appended.Moved.class);
        assertThat(store().leads().find(practice, other.id())).contains(other.lead());
        assertThat(known(practice, "m@example.com")).isEqualTo(complained);
        LeadStory.store(store(), complaint(other, complained, clock().instant()));
        assertThat(known(practice, "m@example.com").revision()).isEqualTo(2);
    }

    @Test
    default void an_address_is_found_by_its_id_with_the_leads_that_have_it_now() {
        PracticeId practice = newPractice();
        LeadStory leaves = story(practice, "m@example.com");
        LeadStory stays = story(practice, "M@Example.com");
        AddressState clean = known(practice, "m@example.com");
        LeadStory.store(store(), complaint(leaves, clean, clock().instant()));
        Kept kept = store().suppressions().page(practice, 10, null).kept().getFirst();
        assertThat(kept.leads()).containsExactly(leaves.id(), stays.id());

        leaves.then(
                store(),
                new RecordEntry.FieldChanged(
                        FieldKey.EMAIL,
                        new FieldValue.Text("m@example.com"),
                        new FieldValue.Text("new@example.com")));

        assertThat(store().suppressions().find(practice, kept.id()))
                .contains(new Kept(kept.id(), kept.state(), List.of(stays.id())));
        assertThat(store().suppressions().named(practice, "m@example.com"))
                .isEqualTo(store().suppressions().find(practice, kept.id()));
        assertThat(store().suppressions().named(practice, "new@example.com")).isEmpty();
        assertThat(store().suppressions().find(newPractice(), kept.id())).isEmpty();
        assertThat(store().suppressions().find(practice, "nonsense")).isEmpty();
        assertThat(known(practice, "m@example.com")).isEqualTo(kept.state());
    }

    @Test
    default void every_address_comes_once_in_pages() {
        PracticeId practice = newPractice();
        assertThat(store().suppressions().page(practice, 2, null).kept()).isEmpty();
        List<String> addresses =
                List.of("a@example.com", "b@example.com", "c@example.com", "d@example.com");
        for (String address : addresses) {
            LeadStory story = story(practice, address);
            LeadStory.store(
                    store(), complaint(story, AddressState.clean(address), clock().instant()));
        }

        List<String> seen = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        String after = null;
        do {
            Suppressions.Page page = store().suppressions().page(practice, 2, after);
            assertThat(page.kept()).hasSizeLessThanOrEqualTo(2);
            page.kept().forEach(kept -> seen.add(kept.state().address()));
            page.kept().forEach(kept -> ids.add(kept.id()));
            after = page.next();
        } while (after != null);

        assertThat(seen).containsExactlyInAnyOrderElementsOf(addresses);
        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    default void an_address_that_no_lead_has_is_stored_alone_unless_somebody_was_faster() {
        PracticeId practice = newPractice();
        LeadStory story = story(practice, "m@example.com");
        Append bounced =
                LeadStory.with(
                        story.next(
                                new MailEntry.EmailBounced(
                                        story.nextEmail(1), true, false, "gone")),
                        AddressState.clean("m@example.com")
                                .suppressed(
                                        Kind.HARD_BOUNCE, clock().instant(), story.nextEmail(1)));
        LeadStory.store(store(), bounced);
        AddressState before = known(practice, "m@example.com");
        clock().advance(Duration.ofHours(1));
        AddressState lifted =
                before.lifted(
                        Kind.HARD_BOUNCE,
                        new Suppression.Lifting(clock().instant(), "mei", "mailbox works again"));

        assertThat(store().suppressions().store(practice, lifted)).isTrue();
        assertThat(store().suppressions().store(practice, lifted)).isFalse();
        assertThat(known(practice, "m@example.com")).isEqualTo(stored(lifted));
    }
}
