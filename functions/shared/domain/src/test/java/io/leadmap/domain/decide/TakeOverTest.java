package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Appointment.State;
import io.leadmap.domain.appointment.Visits;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An agent adds a person whose booking has just made a lead (domain section 9). */
class TakeOverTest {

    private static final Duration HOURS_12 = Duration.ofHours(12);
    private static final Attribution RADIO = Attribution.of(Map.of("utm_source", "radio"));

    @Test
    void the_agents_lead_and_the_one_of_the_booking_become_one() {
        Story story = booked().after(HOURS_12).by(Story.AVA);
        story.then(
                new Command.TakeOver(
                        added(
                                Story.fields(
                                        "lastName", "Lee",
                                        "phone", "+61444444444",
                                        "comment", "from Bondi"),
                                "ava",
                                Status.CONTACTED,
                                Optional.empty())));
        assertThat(story.entries().getFirst())
                .isEqualTo(new RecordEntry.LeadTakenOver(Visits.BOOKED, RADIO));
        assertThat(story.lead().origin().channel()).isEqualTo(Channel.PHONE);
        assertThat(story.lead().owner()).isEqualTo("ava");
        assertThat(story.lead().origin().division()).isEqualTo("city");
        assertThat(story.lead().origin().source()).isEqualTo("friend");
        assertThat(story.lead().origin().utmFirst()).isEqualTo(RADIO);
        assertThat(story.lead().personName()).as("what is left out stays").isEqualTo("Monique Lee");
        assertThat(story.map().mapId()).isEqualTo("treat");
        assertThat(story.lead().status()).as("as the appointment says").isEqualTo(Status.BOOKED);
        assertThat(story.lead().dates().booked()).isEqualTo(Visits.BOOKED);
        assertThat(story.lead().dates().created()).isEqualTo(Visits.BOOKED);
        assertThat(story.last().mails()).isEmpty();
    }

    @Test
    void the_owner_that_the_agent_names_is_taken_though_the_lead_is_locked() {
        Practice locking = SamplePractice.withSettings(s -> s.lockOwnerWhenLinked = true);
        Story story = booked().in(locking).by(Story.NOAH);
        assertThat(OwnerRules.isLocked(story.lead(), locking.settings())).isTrue();
        story.then(new Command.TakeOver(monique("noah")));
        assertThat(story.lead().owner()).isEqualTo("noah");
        assertThat(story.refused(new Command.ChangeOwner("ava")))
                .isEqualTo(new Refusal.OwnerLocked());
    }

    @Test
    void what_the_agent_typed_wins_and_completes_the_lead() {
        Story story =
                new Story()
                        .by(Actor.SYSTEM)
                        .at("2026-03-01T00:00:30Z")
                        .begin(
                                new Command.BeginByAppointment(
                                        Story.fields("firstName", "Mo", "lastName", "lee"),
                                        Visits.booked()))
                        .by(Story.AVA);
        story.then(
                new Command.TakeOver(
                        added(Story.monique(), null, null, Optional.of(Visits.MONIQUE))));
        assertThat(story.lead().personName()).isEqualTo("Monique Lee");
        assertThat(story.lead().suspension().causes()).isEmpty();
        assertThat(story.lead().owner()).isNull();
        assertThat(story.all(OwnerEntry.OwnerChanged.class)).isEmpty();
    }

    @Test
    void the_earlier_first_contact_stays() {
        Instant earlier = Visits.BOOKED.minus(Duration.ofDays(2));
        Story story = booked().by(Story.AVA);
        story.then(new Command.TakeOver(at(earlier)));
        assertThat(story.lead().dates().created()).isEqualTo(earlier);
        Story later = booked().after(HOURS_12).by(Story.AVA);
        later.then(new Command.TakeOver(at(Visits.BOOKED.plusSeconds(60))));
        assertThat(later.lead().dates().created()).isEqualTo(Visits.BOOKED);
        assertThat(booked().by(Story.AVA).refused(new Command.TakeOver(at(Instant.MAX))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void a_status_that_an_agent_sets_against_the_appointment_is_set() {
        Story story = booked().by(Story.AVA);
        Command.AddLead invalid = added(Story.monique(), "ava", Status.INVALID, Optional.empty());
        story.then(new Command.TakeOver(invalid));
        assertThat(story.lead().status()).isEqualTo(Status.INVALID);
        assertThat(story.lead().openMap()).isEmpty();
        for (Status status : List.of(Status.CREATED, Status.CANCELLED)) {
            Story same = booked().by(Story.AVA);
            same.then(
                    new Command.TakeOver(added(Story.monique(), "ava", status, Optional.empty())));
            assertThat(same.lead().status()).isEqualTo(Status.BOOKED);
        }
        Command.AddLead lost = added(Story.monique(), "ava", Status.LOST, Optional.empty());
        assertThat(booked().by(Story.AVA).refused(new Command.TakeOver(lost)))
                .isEqualTo(new Refusal.Invalid("lossReason", "Say why the lead was lost."));
    }

    @Test
    void what_was_held_for_it_runs_unless_the_agent_closes_it() {
        Story story = held().by(Story.AVA).then(new Command.TakeOver(monique("ava")));
        assertThat(story.last().mails()).hasSize(1);
        assertThat(story.lead().suspension().held()).isEmpty();
        Story closed = held().by(Story.AVA);
        closed.then(
                new Command.TakeOver(
                        added(Story.monique(), "ava", Status.INVALID, Optional.empty())));
        assertThat(closed.last().mails()).isEmpty();
        assertThat(closed.all(MailEntry.EmailQueued.class)).isEmpty();
    }

    @Test
    void a_customer_enters_no_map() {
        Story story = booked();
        story.then(Visits.observe(Visits.invoiced(Visits.booked(), "2026-04-03T09:00:00Z")))
                .by(Story.AVA);
        assertThat(story.lead().status()).isEqualTo(Status.INVOICED);
        story.then(new Command.TakeOver(monique("ava")));
        assertThat(story.lead().map()).isNull();
        assertThat(story.lead().owner()).isEqualTo("ava");
    }

    @Test
    void input_that_adds_no_lead_takes_none_over() {
        assertThat(
                        booked().by(Story.AVA)
                                .refused(
                                        new Command.TakeOver(
                                                added(
                                                        Story.monique(),
                                                        "ruth",
                                                        null,
                                                        Optional.empty()))))
                .isEqualTo(new Refusal.Invalid("ownerId", OwnerRules.WHO));
    }

    @Test
    void nobody_takes_over_what_is_not_of_this_person_or_was_booked_earlier() {
        Story story = booked();
        Instant last = Visits.BOOKED.plus(HOURS_12);
        assertThat(takesOver(story, monique("ava"), last)).isTrue();
        assertThat(takesOver(story, monique("ava"), last.plusMillis(1))).isFalse();
        assertThat(takesOver(story, of("lastName", "Lee", "phone", "+61444444444"), last)).isTrue();
        assertThat(takesOver(story, of("lastName", "Li", "phone", "+61444444444"), last)).isFalse();
        assertThat(takesOver(story, of("firstName", "Tim", "email", "monique@example.com"), last))
                .as("a family's address")
                .isFalse();
        Fields stranger = Story.fields("firstName", "Mo");
        assertThat(takesOver(story, added(stranger, null, null, Optional.of(Visits.MONIQUE)), last))
                .as("the patient that was chosen")
                .isTrue();
        assertThat(
                        takesOver(
                                story,
                                added(
                                        Story.monique(),
                                        null,
                                        null,
                                        Optional.of(new PatientLink("pms", "p-2"))),
                                last))
                .isFalse();
    }

    @Test
    void nobody_takes_over_what_is_somebodys_or_given_up() {
        Instant now = Visits.BOOKED.plusSeconds(60);
        Story taken = booked().by(Story.AVA).then(new Command.TakeOver(monique(null)));
        assertThat(takesOver(taken, monique("noah"), now)).as("taken over").isFalse();
        assertThat(
                        ((Refusal.Conflict) taken.refused(new Command.TakeOver(monique("noah"))))
                                .reason())
                .isEqualTo(Refusal.Reason.NOT_TO_TAKE_OVER);
        Practice open = SamplePractice.withSettings(s -> s.lockOwnerWhenLinked = false);
        Story owned = booked().in(open).by(Story.AVA).then(new Command.ChangeOwner("noah"));
        assertThat(takesOver(owned, monique("ava"), now)).as("owned").isFalse();
        for (Command closing : List.of(Story.to(Status.INVALID), Story.lost("notInterested"))) {
            Story closed = booked().by(Story.AVA).then(closing);
            assertThat(takesOver(closed, monique("ava"), now)).isFalse();
        }
        Story byHand = Story.ofMonique().then(Story.to(Status.BOOKED));
        assertThat(takesOver(byHand, monique("ava"), Story.START)).as("not the PMS's").isFalse();
        Story cancelled =
                booked().then(Visits.observe(Visits.now(Visits.booked(), State.CANCELLED)));
        assertThat(takesOver(cancelled, monique("ava"), now)).as("booked all the same").isTrue();
    }

    /** A lead that Monique's booking has made. */
    private static Story booked() {
        return new Story()
                .by(Actor.SYSTEM)
                .at("2026-03-01T00:00:00Z")
                .begin(new Command.BeginByAppointment(Story.monique(), Visits.booked()));
    }

    /** The same without a phone, after it sent the enquiry form. */
    private static Story held() {
        return new Story()
                .by(Actor.SYSTEM)
                .at("2026-03-01T00:00:00Z")
                .begin(
                        new Command.BeginByAppointment(
                                Story.fields(
                                        "firstName", "Monique", "email", "monique@example.com"),
                                Visits.booked()))
                .in(SamplePractice.with(p -> p.forms.set(0, ownerless())))
                .by(Actor.LEAD)
                .then(
                        new Command.JoinForm(
                                Story.submission(
                                        SamplePractice.ENQUIRY,
                                        Story.fields("email", "monique@example.com"))));
    }

    private static Form ownerless() {
        return SamplePractice.form(
                SamplePractice.ENQUIRY, true, "treat", null, null, SamplePractice.welcome());
    }

    private static boolean takesOver(Story story, Command.AddLead added, Instant now) {
        return SamePerson.takesOver(added, story.lead(), now);
    }

    private static Command.AddLead monique(@Nullable String owner) {
        return added(Story.monique(), owner, null, Optional.empty());
    }

    private static Command.AddLead of(String... namesAndValues) {
        return Story.add(Story.fields(namesAndValues));
    }

    private static Command.AddLead at(Instant firstContact) {
        return new Command.AddLead(
                Story.monique(),
                null,
                null,
                null,
                null,
                firstContact,
                null,
                null,
                Attribution.NONE,
                Optional.empty());
    }

    private static Command.AddLead added(
            Fields fields,
            @Nullable String owner,
            @Nullable Status status,
            Optional<PatientLink> patient) {
        @Nullable LossReason noReason = null;
        return new Command.AddLead(
                fields, "city", "friend", owner, "treat", null, status, noReason, RADIO, patient);
    }
}
