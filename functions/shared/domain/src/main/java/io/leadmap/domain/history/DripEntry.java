package io.leadmap.domain.history;

/** The run of a drip campaign (domain section 6). */
public sealed interface DripEntry extends Entry {

    /**
     * @param byHand an agent enrolled it, so that a change of map does not stop it
     * @param paused the lead is suspended: the delay begins to count on reinstatement
     */
    record DripEnrolled(String campaignId, boolean byHand, boolean paused) implements DripEntry {}

    /**
     * A mail of the run was decided. When the next one is due follows from the campaign as it is
     * then.
     *
     * @param mailId the campaign's id of the mail that was decided
     */
    record DripAdvanced(String campaignId, String mailId) implements DripEntry {}

    record DripPaused(String campaignId) implements DripEntry {}

    /** Goes on with what was left of the delay when it was paused. */
    record DripResumed(String campaignId) implements DripEntry {}

    record DripStopped(String campaignId, String reason) implements DripEntry {}

    record DripFinished(String campaignId) implements DripEntry {}
}
