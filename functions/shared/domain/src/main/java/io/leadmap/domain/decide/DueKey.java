package io.leadmap.domain.decide;

import org.jspecify.annotations.Nullable;

/**
 * What happened to a lead, as the index of what is due knows it: things with the same key become
 * due by the same setting (domain section 3, decision <em>due</em>).
 */
public sealed interface DueKey {

    /** The command by which a sweep decides what to do about a lead that stands here. */
    Command command();

    /**
     * Nobody has reached a lead that is still CREATED.
     *
     * @param attempts unanswered calls, counted up to the highest limit that a practice may set
     * @param proposed the sweep has already proposed to give it up
     */
    record Unreached(int attempts, boolean proposed) implements DueKey {
        @Override
        public Command command() {
            return new Command.SweepDeadLead();
        }
    }

    /**
     * A drip decided a mail, or began.
     *
     * @param lastMail the campaign's id of the mail that was decided last, null before the first
     */
    record Drip(String campaignId, @Nullable String lastMail) implements DueKey {
        @Override
        public Command command() {
            return new Command.AdvanceDrip(campaignId);
        }
    }

    /**
     * An appointment that is paid and of which nobody has said that the patient came or did not.
     *
     * @param byHand a person set the lead INVOICED already: only the date is the appointment's
     */
    record PaidVisit(boolean byHand) implements DueKey {
        @Override
        public Command command() {
            return new Command.EndAppointmentDay();
        }
    }
}
