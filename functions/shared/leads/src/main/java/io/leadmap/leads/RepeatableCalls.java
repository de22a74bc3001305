package io.leadmap.leads;

import io.leadmap.domain.lead.Lead;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Calls of people whose programs may repeat them: what was answered is remembered under the call's
 * key for a day. Nothing is remembered of a call without one.
 */
public final class RepeatableCalls {

    private final FirstAnswers answers;
    private final InstantSource clock;

    public RepeatableCalls(FirstAnswers answers, InstantSource clock) {
        this.answers = answers;
        this.clock = clock;
    }

    /** What this call, or another one with its key, was answered before. */
    public Optional<FirstAnswer> answered(WriteRequest request) {
        return request.repeatable()
                .flatMap(key -> answers.find(request.practice().id(), key.key(), clock.instant()));
    }

    /**
     * Remembers the answer to a call that changed no lead, so that another call cannot use its key.
     *
     * @param lead that was found to need no change, null if the call was about none
     * @param reference what else the answer names
     * @return what is remembered under the key already; empty if this answer is now
     */
    public Optional<FirstAnswer> remember(
            WriteRequest request, int status, @Nullable Lead lead, @Nullable String reference) {
        return answer(request, status, lead, reference)
                .flatMap(answer ->
                        answers.remember(request.practice().id(), answer, clock.instant()));
    }

    /** The answer as it is to be remembered along with what the call changed. */
    Optional<FirstAnswer> answer(
            WriteRequest request, int status, @Nullable Lead lead, @Nullable String reference) {
        return request.repeatable()
                .map(key ->
                        new FirstAnswer(
                                key.key(),
                                key.bodyHash(),
                                status,
                                lead == null ? null : lead.id(),
                                lead == null ? 0 : lead.revision().seq(),
                                reference,
                                clock.instant().plus(FirstAnswer.KEPT)));
    }
}
