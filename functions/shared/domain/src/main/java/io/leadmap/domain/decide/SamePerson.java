package io.leadmap.domain.decide;

import io.leadmap.domain.appointment.Linking;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.PersonName;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.Form;
import io.leadmap.domain.practice.LeadMap;
import io.leadmap.domain.practice.Practice;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Whether two leads are the same person (domain section 2): the key is the normalised email, or the
 * E.164 phone plus last name.
 */
public final class SamePerson {

    private SamePerson() {}

    /** What a submission has to do with a lead that exists. */
    public enum Likeness {
        /** The same person on the same way: the submission joins the lead. */
        JOINS,
        /** The same key, but first name, phone or email contradicts: a second lead, suspended. */
        CONTRADICTS,
        /**
         * Another person, another map, or an earlier way that is closed: a second lead, not
         * suspended.
         */
        OTHER
    }

    /** What to do with a submission among the leads that share its email or phone. */
    public sealed interface Verdict {

        record Join(Lead lead) implements Verdict {}

        record Begin(Optional<Command.Resembled> resembles) implements Verdict {}
    }

    /**
     * Judges a submission.
     *
     * @param sharing the leads that share its email or phone, oldest first; the oldest that fits is
     *     joined
     */
    public static Verdict judge(
            Practice practice, Command.Submission submission, List<Lead> sharing) {
        if (submission.suspectedSpam()) {
            return new Verdict.Begin(Optional.empty());
        }
        String named = practice.form(submission.formId()).map(Form::mapId).orElse(null);
        String target = BeginningRules.mapOf(practice, named).map(LeadMap::id).orElse(null);
        return first(sharing, submission, target, Likeness.JOINS)
                .<Verdict>map(Verdict.Join::new)
                .orElseGet(() ->
                        new Verdict.Begin(
                                first(sharing, submission, target, Likeness.CONTRADICTS)
                                        .map(lead ->
                                                new Command.Resembled(lead.id(), lead.owner()))));
    }

    /**
     * Compares a submission with one lead.
     *
     * @param mapId the map that the submission's lead would enter, null for none
     */
    public static Likeness compare(Fields submitted, @Nullable String mapId, Lead lead) {
        if (lead.suspension().isFor(SuspensionCause.SPAM)
                || lead.status().isClosed()
                || !sharesKey(submitted, lead.fields())
                || !Objects.equals(mapId, lead.map() == null ? null : lead.map().mapId())) {
            return Likeness.OTHER;
        }
        return contradicts(submitted, lead.fields()) ? Likeness.CONTRADICTS : Likeness.JOINS;
    }

    /**
     * Tells whether two leads have the email, or the phone and the last name, in common; what an
     * agent is shown.
     */
    public static boolean sharesKey(Fields one, Fields other) {
        String email = email(one);
        if (email != null && email.equals(email(other))) {
            return true;
        }
        String phone = number(one);
        return phone != null
                && phone.equals(number(other))
                && PersonName.of(one).agreesInLastName(PersonName.of(other));
    }

    /**
     * Tells whether a lead that an agent adds is the one that a booking has just made: of the same
     * person, booked no more than 12 hours ago, and nobody's yet (domain section 9).
     */
    public static boolean takesOver(Command.AddLead added, Lead lead, Instant now) {
        Instant booked = lead.dates().booked();
        boolean recent =
                booked != null && !booked.isBefore(now.minus(Linking.BOOKED_BEFORE_ENTERED));
        boolean givenUp = lead.status() == Status.LOST || lead.status() == Status.INVALID;
        return lead.origin().channel() == Channel.PMS
                && lead.owner() == null
                && recent
                && !givenUp
                && isOf(added, lead);
    }

    private static boolean isOf(Command.AddLead added, Lead lead) {
        return added.patient().isPresent()
                ? added.patient().get().equals(lead.pms().patient())
                : sharesKey(added.fields(), lead.fields())
                        && !contradicts(added.fields(), lead.fields());
    }

    /** First name, phone or email are both there and differ; blanks agree. */
    private static boolean contradicts(Fields one, Fields other) {
        return PersonName.of(one).contradictsFirstName(PersonName.of(other))
                || differ(number(one), number(other))
                || differ(email(one), email(other));
    }

    private static Optional<Lead> first(
            List<Lead> sharing,
            Command.Submission submission,
            @Nullable String map,
            Likeness likeness) {
        return sharing.stream()
                .filter(lead -> compare(submission.fields(), map, lead) == likeness)
                .findFirst();
    }

    private static boolean differ(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static @Nullable String number(Fields fields) {
        Phone phone = fields.phone();
        return phone == null ? null : phone.number();
    }

    private static @Nullable String email(Fields fields) {
        String email = fields.text(FieldKey.EMAIL);
        return email == null ? null : IdentityKey.normalised(email);
    }
}
