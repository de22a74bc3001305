package io.leadmap.domain.appointment;

import static java.util.Objects.requireNonNull;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.appointment.Matching.Candidates;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Phone;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Leads and patients who share one email, as a family does. */
final class Family {

    private static final String EMAIL = "family@example.com";

    private int made;

    /** A lead that was entered then and has come to this. */
    Lead lead(String firstName, Instant entered, Command... commands) {
        Decision begun =
                Decider.begin(
                        new LeadId("lead000" + ++made),
                        Story.add(
                                Story.fields(
                                        "firstName", firstName, "lastName", "Lee", "email", EMAIL)),
                        context(entered));
        Lead lead = ((Decision.Accepted) begun).after();
        for (Command command : commands) {
            Decision decision = Decider.decide(lead, command, context(entered));
            lead = ((Decision.Accepted) decision).after();
        }
        return lead;
    }

    /** A lead that was entered when the visit was booked. */
    Lead lead(String firstName, Command... commands) {
        return lead(firstName, Visits.BOOKED, commands);
    }

    /** The patient whom the visits are for. */
    static Patient patient(String firstName) {
        return patient(Visits.MONIQUE.pmsId(), firstName);
    }

    static Patient patient(String id, String firstName) {
        return new Patient(
                Visits.MONIQUE.connectionId(),
                id,
                firstName,
                "Lee",
                EMAIL,
                requireNonNull(Phone.of("+61444444444")),
                null,
                null,
                Patient.Unread.NOTHING);
    }

    /** Leads that share the patient's email. */
    static Candidates sharing(Lead... leads) {
        return sharing(List.of(leads), List.of());
    }

    static Candidates sharing(List<Lead> leads, List<Patient> others) {
        return new Candidates(
                Set.of(Visits.MONIQUE.pmsId()),
                List.of(),
                Optional.empty(),
                leads,
                List.of(),
                others,
                List.of());
    }

    private static Context context(Instant now) {
        return new Context(
                SamplePractice.PRACTICE,
                Story.AVA,
                new Cause(Cause.Kind.REQUEST, "r"),
                now,
                Set.of());
    }
}
