package io.leadmap.ports;

import io.leadmap.domain.practice.PracticeId;

import java.time.Instant;

/** Counts automatic mails of an hour, so that a form cannot be used to mail to strangers. */
@FunctionalInterface
public interface MailLimits {

    /**
     * Takes up to so many of the mails that an hour has left.
     *
     * @param kind what is counted apart
     * @param hour when it begins
     * @param limit how many an hour has
     * @return how many were taken, none once the limit is reached
     */
    int take(PracticeId practice, String kind, Instant hour, int wanted, int limit);
}
