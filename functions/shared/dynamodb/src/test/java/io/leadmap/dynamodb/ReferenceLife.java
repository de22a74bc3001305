package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Edition;
import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.PatientLink;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions.Difference;
import io.leadmap.domain.report.Row;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Patients.Known;
import io.leadmap.ports.Snapshot;
import io.leadmap.ports.Store;
import io.leadmap.testkit.MovableClock;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What happens to the reference lead, and to one that is mailed, through rules and store. */
final class ReferenceLife {

    static final LeadId LEAD = new LeadId("01jmyq4w8x5n7v3k2c9b6d1f0a");
    static final LeadId MAILED = new LeadId("01jmyq4w8x5n7v3k2c9b6d1f0b");
    private static final Actor ANNA = Actor.person("anna", "Anna Agent", Set.of(Role.AGENT));

    private final Store store;
    private final MovableClock clock;

    ReferenceLife(Store store, MovableClock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** The form is sent for the first time. */
    void begin(LeadId id, String form) {
        Instant now = clock.instant();
        Command.BeginByForm command =
                new Command.BeginByForm(ReferencePractice.submission(form, now), Optional.empty());
        Leads.Known known =
                store.leads()
                        .known(ReferencePractice.ID, IdentityKey.of(command.submission().fields()));
        Context context =
                context(Actor.LEAD, new Cause(Cause.Kind.FORM, form)).with(known.addresses());
        Decision.Accepted decision = (Decision.Accepted) Decider.begin(id, command, context);
        store(new Append(null, decision, known.revisions(), List.of(answer(decision)), null));
    }

    /** Another visit by the same form: the last touch of the reference lead. */
    void lastTouch(LeadId id) {
        clock.advance(Duration.ofMinutes(11));
        Command.Submission first = ReferencePractice.submission("enquiry", clock.instant());
        Command.Submission again =
                new Command.Submission(
                        "enquiry",
                        first.fields(),
                        ReferencePractice.utm("autumn"),
                        null,
                        null,
                        false);
        decide(
                id,
                new Command.JoinForm(again),
                context(Actor.LEAD, new Cause(Cause.Kind.FORM, "enquiry")),
                null);
    }

    void unansweredCall() {
        agent(
                LEAD,
                new Command.LogCall(
                        ContactEntry.CallLogged.Outcome.NO_ANSWER, "no answer at the desk"));
    }

    void contacted() {
        agent(MAILED, new Command.SetStatus(Status.CONTACTED, null, "wants to think about it"));
    }

    private void agent(LeadId id, Command command) {
        decide(
                id,
                command,
                context(ANNA, new Cause(Cause.Kind.REQUEST, "0190c1a2-7b7d-7aa1")),
                null);
    }

    private void decide(LeadId id, Command command, Context context, @Nullable Snapshot also) {
        Lead before = find(id);
        Context informed = store.suppressions().inform(context, before, command);
        Decision.Accepted decision = (Decision.Accepted) Decider.decide(before, command, informed);
        boolean asked = context.cause().kind() == Cause.Kind.REQUEST;
        List<FirstAnswer> answers = asked ? List.of(answer(decision)) : List.of();
        store(new Append(before, decision, Map.of(), answers, also));
    }

    private Lead find(LeadId id) {
        return store.leads().find(ReferencePractice.ID, id).orElseThrow();
    }

    private void store(Append append) {
        Appended appended = store.leads().append(append);
        if (!(appended instanceof Appended.Stored)) {
            throw new IllegalStateException("not stored but " + appended);
        }
    }

    private Context context(Actor actor, Cause cause) {
        return new Context(ReferencePractice.practice(), actor, cause, clock.instant(), Set.of());
    }

    private FirstAnswer answer(Decision.Accepted decision) {
        return new FirstAnswer(
                "request 0190c1a2-7b7d-7aa1-"
                        + decision.after().revision().seq()
                        + decision.after().id(),
                "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
                200,
                decision.after().id(),
                decision.after().revision().seq(),
                null,
                clock.instant().plus(Duration.ofHours(24)));
    }

    /**
     * One step that closes a track of optional steps and two that have none: the map's rules are
     * not asked.
     */
    void cascade() {
        Lead before = find(LEAD);
        List<Entry> entries =
                List.of(
                        new MapEntry.StepCompleted(
                                "track-0", "step-0-0", new FieldValue.Flag(true)),
                        new MapEntry.TrackClosed("track-0"),
                        new MapEntry.TrackOpened("track-1"),
                        new MapEntry.TrackClosed("track-1"),
                        new MapEntry.TrackOpened("track-2"),
                        new MapEntry.TrackClosed("track-2"),
                        new MapEntry.TrackOpened("track-3"));
        Commit commit =
                new Commit(
                        before.revision().seq() + 1,
                        clock.instant(),
                        ANNA,
                        new Cause(Cause.Kind.REQUEST, "0190c1a2-7b7d-7aa1"),
                        1,
                        entries);
        Decision.Accepted decision =
                new Decision.Accepted(
                        before.apply(commit),
                        commit,
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of());
        store(new Append(before, decision, Map.of(), List.of(answer(decision)), null));
    }

    /** The drip sweep finds the lead's next mail due. */
    void sweepDrip() {
        decide(
                MAILED,
                new Command.AdvanceDrip("education"),
                context(Actor.SYSTEM, new Cause(Cause.Kind.SWEEP, "DripSweep")),
                null);
    }

    /** Somebody complains about the mail of a drip that was delivered. */
    void complaint() {
        Email mail = store.mailLedger().ofLead(ReferencePractice.ID, MAILED).getLast().email();
        settle(mail, MailState.DELIVERED, new News.Complained("abuse"));
    }

    /** The mail service tells of a mail whose state is known. */
    void settle(Email mail, MailState known, News news) {
        Context context =
                context(Actor.SYSTEM, new Cause(Cause.Kind.MAIL, "0100018f3c5e2b1a-7c9e"));
        decide(
                MAILED,
                new Command.SettleEmail(mail.id(), mail.to(), Standing.of(known), news),
                context,
                null);
    }

    /** The PMS tells of a patient. */
    void patient() {
        Patient patient =
                new Patient(
                        "pms",
                        "1234567890123456",
                        "Monique",
                        "Lee",
                        "monique.lee@example.com",
                        Phone.of("+61444444444"),
                        LocalDate.of(1980, 2, 29),
                        null,
                        Patient.Unread.NOTHING);
        store.patients()
                .store(ReferencePractice.ID, null, new Known(patient, edition(), null, Set.of()));
    }

    private Edition edition() {
        Instant now = clock.instant();
        return Edition.told(1L, now, now.plusMillis(2_345), "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W");
    }

    /** The first appointment of a lead: it is linked, booked and its drip stops. */
    void pmsEvent() {
        Instant now = clock.instant();
        Inbox.Key key =
                new Inbox.Key(ReferencePractice.ID, "pms", "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W");
        store.inbox().store(new Inbox.Received(key, BODY, now));
        Appointment appointment =
                new Appointment(
                        "pms",
                        "9876543210987654",
                        1,
                        Appointment.State.BOOKED,
                        now,
                        now.plus(Duration.ofDays(35)),
                        now.plus(Duration.ofDays(35)).plus(Duration.ofMinutes(30)),
                        "root",
                        null,
                        null,
                        "1234567890123456",
                        now);
        decide(
                MAILED,
                new Command.ObserveAppointment(
                        appointment, new PatientLink("pms", "1234567890123456")),
                context(Actor.SYSTEM, new Cause(Cause.Kind.PMS, "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W")),
                new Snapshot(appointment, edition(), MAILED, 0));
        store.inbox().done(key, Inbox.Outcome.INTERPRETED, now);
    }

    private static final String BODY =
            """
            {"type": "appointment.changed",
             "data": {"appointmentId": "9876543210987654", "version": 1, "updatedAt": "2026-03-01T00:00:00Z",
              "state": "booked", "bookedAt": "2026-03-01T00:00:00Z", "startsAt": "2026-04-03T09:00:00Z",
              "endsAt": "2026-04-03T09:30:00Z", "division": null, "reference": null, "invoice": null,
              "patient": {"id": "1234567890123456", "firstName": "Monique", "lastName": "Lee",
               "email": "monique.lee@example.com", "phone": "+61444444444", "dateOfBirth": null}}}
            """;

    /** On a day that has 15 other numbers. */
    void report() {
        LocalDate day = LocalDate.of(2026, 2, 27);
        Contribution contribution =
                new Contribution(Row.ADDITIONAL_LEADS, day, "root", "web", "anna");
        store.counts().apply(ReferencePractice.ID, LEAD, new Difference.Added(contribution));
    }

    /** Fills the day of the report with other numbers, beforehand. */
    void fillDay() {
        LocalDate day = LocalDate.of(2026, 2, 27);
        for (int i = 0; i < 15; i++) {
            Contribution other =
                    new Contribution(
                            Row.values()[i % 5],
                            day,
                            "division-" + i / 5,
                            "source-" + i / 3,
                            "person-" + i / 4);
            LeadId lead = new LeadId("01jmyq4w8x5n7v3k2c9b6d1g%02d".formatted(i));
            store.counts().apply(ReferencePractice.ID, lead, new Difference.Added(other));
        }
    }
}
