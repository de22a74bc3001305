package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.lead.Transfer;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.util.Optional;

/**
 * Owner and hand-over (domain section 3). What the lock of a linked lead refuses is with the
 * appointments.
 */
class OwnerTest {

    private static final Command.RequestTransfer ASK_NOAH = new Command.RequestTransfer("noah");
    private static final Command.AcceptTransfer ACCEPT = new Command.AcceptTransfer(null);

    @Test
    void an_agent_changes_the_owner() {
        Story story = Story.ofEnquiry().then(new Command.ChangeOwner("noah"));
        assertThat(story.entries()).containsExactly(new OwnerEntry.OwnerChanged("ava", "noah"));
        assertThat(story.lead().owner()).isEqualTo("noah");
        assertThat(story.then(new Command.ChangeOwner(null)).lead().owner()).isNull();
    }

    @Test
    void the_same_owner_is_no_change() {
        Story.ofEnquiry().thenNothing(new Command.ChangeOwner("ava"));
    }

    @Test
    void an_owner_is_an_active_agent_or_administrator() {
        for (String unfit : new String[] {"ruth", "gone", "nobody"}) {
            Refusal refusal =
                    new Refusal.Invalid(
                            "ownerId", "Choose an active agent or administrator of the practice.");
            assertThat(Story.ofEnquiry().refused(new Command.ChangeOwner(unfit)))
                    .isEqualTo(refusal);
            assertThat(Story.ofEnquiry().refused(new Command.RequestTransfer(unfit)))
                    .isEqualTo(refusal);
        }
        assertThat(Story.ofEnquiry().then(new Command.ChangeOwner("mei")).lead().owner())
                .isEqualTo("mei");
    }

    @Test
    void until_a_transfer_is_accepted_the_old_owner_stays_owner() {
        Story story = Story.ofEnquiry().then(ASK_NOAH);
        assertThat(story.lead().owner()).isEqualTo("ava");
        assertThat(story.lead().ownership().transfer())
                .isEqualTo(new Transfer("noah", "ava", story.now(), 7));
        story.by(Story.NOAH).then(new Command.AcceptTransfer(" mine now "));
        assertThat(story.entries())
                .containsExactly(new OwnerEntry.TransferAccepted("ava", "noah", "mine now"));
        assertThat(story.lead().owner()).isEqualTo("noah");
        assertThat(story.lead().ownership().transfer()).isNull();
    }

    @Test
    void only_who_was_asked_accepts_or_declines() {
        for (Actor other : new Actor[] {Story.AVA, Story.MEI, Actor.SYSTEM}) {
            Story story = Story.ofEnquiry().then(ASK_NOAH).by(other);
            assertThat(reason(story.refused(ACCEPT))).isEqualTo(Refusal.Reason.NO_TRANSFER);
            assertThat(reason(story.refused(new Command.DeclineTransfer(null))))
                    .isEqualTo(Refusal.Reason.NO_TRANSFER);
        }
        assertThat(reason(Story.ofEnquiry().by(Story.NOAH).refused(ACCEPT)))
                .isEqualTo(Refusal.Reason.NO_TRANSFER);
        assertThat(
                        reason(
                                Story.ofEnquiry()
                                        .by(Story.NOAH)
                                        .refused(new Command.DeclineTransfer(null))))
                .isEqualTo(Refusal.Reason.NO_TRANSFER);
    }

    @Test
    void declining_with_a_note_ends_the_transfer() {
        Story story =
                Story.ofEnquiry()
                        .then(ASK_NOAH)
                        .by(Story.NOAH)
                        .then(new Command.DeclineTransfer("on leave"));
        assertThat(story.entries())
                .containsExactly(new OwnerEntry.TransferDeclined("noah", "on leave"));
        assertThat(story.lead().owner()).isEqualTo("ava");
        assertThat(story.lead().ownership().transfer()).isNull();
    }

    @Test
    void only_the_asker_withdraws() {
        Story story = Story.ofEnquiry().then(ASK_NOAH);
        assertThat(reason(story.by(Story.NOAH).refused(new Command.WithdrawTransfer(null))))
                .isEqualTo(Refusal.Reason.NO_TRANSFER);
        story.by(Story.AVA).then(new Command.WithdrawTransfer("never mind"));
        assertThat(story.entries())
                .containsExactly(new OwnerEntry.TransferWithdrawn("noah", "never mind", false));
        assertThat(story.lead().ownership().transfer()).isNull();
        assertThat(reason(story.refused(new Command.WithdrawTransfer(null))))
                .isEqualTo(Refusal.Reason.NO_TRANSFER);
    }

    @Test
    void a_direct_change_of_owner_ends_a_transfer() {
        Story story = Story.ofEnquiry().then(ASK_NOAH).then(new Command.ChangeOwner("mei"));
        assertThat(story.lead().ownership().transfer()).isNull();
    }

    @Test
    void a_transfer_is_asked_once_and_of_one_person_at_a_time() {
        Story story = Story.ofEnquiry().then(ASK_NOAH).thenNothing(ASK_NOAH);
        assertThat(reason(story.refused(new Command.RequestTransfer("mei"))))
                .isEqualTo(Refusal.Reason.TRANSFER_PENDING);
        assertThat(story.refused(new Command.RequestTransfer("ava")))
                .isEqualTo(
                        new Refusal.Invalid(
                                "ownerId",
                                "Choose somebody else: this person owns the lead already."));
    }

    private static Practice withNoah(boolean active, long activeSince) {
        return SamplePractice.with(p ->
                p.people.replaceAll(person ->
                        person.id().equals("noah")
                                ? new Person(
                                        "noah",
                                        "Ms noah",
                                        person.email(),
                                        "",
                                        "",
                                        person.roles(),
                                        active,
                                        activeSince,
                                        null)
                                : person));
    }

    private static final Practice WITHOUT_NOAH = withNoah(false, 0);
    private static final Entry LAPSED = new OwnerEntry.TransferWithdrawn("noah", null, true);

    @Test
    void a_deactivated_persons_transfer_lapses() {
        Story story = Story.ofEnquiry().then(ASK_NOAH);
        story.in(WITHOUT_NOAH).then(new Command.RequestTransfer("mei"));
        assertThat(story.entries()).startsWith(LAPSED);
        assertThat(story.lead().ownership().transfer())
                .isEqualTo(new Transfer("mei", "ava", story.now(), 7));
    }

    @Test
    void whoever_decides_something_next_writes_a_lapse_down_once() {
        Story story = Story.ofEnquiry().then(ASK_NOAH).in(WITHOUT_NOAH);
        story.then(new Command.AddNote("<p>Rang.</p>", null));
        assertThat(story.entries()).startsWith(LAPSED).hasSize(2);
        story.then(new Command.AddNote("<p>Rang again.</p>", null));
        assertThat(story.entries()).doesNotContain(LAPSED);
        story.in(withNoah(true, 9)).by(Story.NOAH);
        assertThat(reason(story.refused(ACCEPT))).isEqualTo(Refusal.Reason.NO_TRANSFER);
    }

    @Test
    void a_person_who_comes_back_finds_no_transfer_of_before() {
        Story story = Story.ofEnquiry().then(ASK_NOAH).in(withNoah(true, 8)).by(Story.NOAH);
        assertThat(reason(story.refused(ACCEPT))).isEqualTo(Refusal.Reason.NO_TRANSFER);
        assertThat(reason(story.refused(new Command.DeclineTransfer(null))))
                .isEqualTo(Refusal.Reason.NO_TRANSFER);
        assertThat(reason(story.by(Story.AVA).refused(new Command.WithdrawTransfer(null))))
                .isEqualTo(Refusal.Reason.NO_TRANSFER);
        story.then(new Command.ChangeOwner("mei"));
        assertThat(story.entries()).startsWith(LAPSED);
    }

    @Test
    void a_person_who_was_never_away_is_still_asked() {
        Story story = Story.ofEnquiry().then(ASK_NOAH).in(withNoah(true, 7)).by(Story.NOAH);
        story.then(ACCEPT);
        assertThat(story.lead().owner()).isEqualTo("noah");
    }

    @Test
    void a_person_goes_on_or_begins_anew_with_a_version() {
        Person noah = WITHOUT_NOAH.person("noah").orElseThrow();
        Person back = withNoah(true, 0).person("noah").orElseThrow();
        assertThat(back.after(noah, 7).activeSince()).isEqualTo(7);
        assertThat(back.after(back.after(noah, 7), 9).activeSince()).isEqualTo(7);
        assertThat(noah.after(back.after(noah, 7), 9).activeSince()).isEqualTo(7);
        assertThat(back.after(null, 4).activeSince()).isEqualTo(4);
    }

    @Test
    void a_form_gives_the_lead_of_who_has_left_to_its_owner() {
        Story story =
                Story.ofEnquiry()
                        .then(new Command.ChangeOwner("noah"))
                        .in(WITHOUT_NOAH)
                        .by(Actor.LEAD);
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.all(OwnerEntry.OwnerChanged.class).getLast())
                .isEqualTo(new OwnerEntry.OwnerChanged("noah", "ava"));
    }

    @Test
    void notes_of_transfers_have_a_limit() {
        String tooLong = "x".repeat(4001);
        Refusal refusal = new Refusal.Invalid("note", "Shorten this to 4000 characters.");
        Story story = Story.ofEnquiry().then(ASK_NOAH);
        assertThat(story.refused(new Command.WithdrawTransfer(tooLong))).isEqualTo(refusal);
        assertThat(story.by(Story.NOAH).refused(new Command.AcceptTransfer(tooLong)))
                .isEqualTo(refusal);
        assertThat(story.refused(new Command.DeclineTransfer(tooLong))).isEqualTo(refusal);
        story.then(new Command.DeclineTransfer("x".repeat(4000)));
    }

    @Test
    void a_form_gives_a_lead_without_owner_to_its_owner_and_takes_nobody_elses() {
        Story unowned = Story.ofEnquiry().then(new Command.ChangeOwner(null)).by(Actor.LEAD);
        unowned.then(
                new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(unowned.lead().owner()).isEqualTo("ava");
        Story noahs = Story.ofEnquiry().then(new Command.ChangeOwner("noah")).by(Actor.LEAD);
        noahs.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(noahs.lead().owner()).isEqualTo("noah");
    }

    @Test
    void a_forms_owner_who_has_left_gets_no_leads() {
        Practice practice =
                SamplePractice.with(p ->
                        p.forms.set(
                                0,
                                SamplePractice.form(
                                        SamplePractice.ENQUIRY, true, "treat", "gone", null)));
        Story story = new Story().in(practice).by(Actor.LEAD);
        story.begin(
                new Command.BeginByForm(
                        Story.submission(SamplePractice.ENQUIRY, Story.monique()),
                        Optional.empty()));
        assertThat(story.lead().owner()).isNull();
        story.then(new Command.JoinForm(Story.submission(SamplePractice.ENQUIRY, Story.monique())));
        assertThat(story.lead().owner()).isNull();
        assertThat(story.all(OwnerEntry.OwnerChangeRefused.class)).isEmpty();
    }

    private static Refusal.Reason reason(Refusal refusal) {
        return ((Refusal.Conflict) refusal).reason();
    }
}
