package io.leadmap.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Attempts;
import io.leadmap.ports.Attempts.Attempt;
import io.leadmap.ports.Attempts.Round;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.Leads;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

class AppendingTest {

    private static final Instant NOW = Instant.parse("2026-03-01T00:00:00Z");
    private static final PracticeId PRACTICE = new PracticeId("bright");

    private final LeadStory story =
            new LeadStory(PRACTICE, new LeadId("lead0000000000000000000001"), () -> NOW);
    private final Leads.Append append = story.next(LeadStory.created("m@example.com", null, NOW));
    private final Deque<Leads.Appended> answers = new ArrayDeque<>();
    private final List<Round> rounds = new ArrayList<>();

    @Test
    void what_has_moved_on_is_decided_again() {
        answers.add(new Leads.Appended.Moved());
        answers.add(new Leads.Appended.Stored());

        assertThat(decided(new Attempt.Store<>(append, ended -> "stored"))).isEqualTo("stored");
        assertThat(rounds).extracting(Round::isFirst).containsExactly(true, false);
    }

    @Test
    void every_further_decision_knows_all_mails_that_turned_out_to_be_in_flight() {
        EmailId one = story.nextEmail(1);
        EmailId two = story.nextEmail(2);
        answers.add(new Leads.Appended.InFlight(Set.of(one)));
        answers.add(new Leads.Appended.InFlight(Set.of(two)));
        answers.add(new Leads.Appended.Stored());

        assertThat(decided(new Attempt.Store<>(append, ended -> "stored"))).isEqualTo("stored");
        assertThat(rounds)
                .extracting(Round::inFlight)
                .containsExactly(Set.of(), Set.of(one), Set.of(one, two));
    }

    @Test
    void a_repeated_call_is_answered_and_not_tried_again() {
        FirstAnswer first = new FirstAnswer("key", "hash", 200, story.id(), 1, null, NOW);
        answers.add(new Leads.Appended.Repeated(first));

        assertThat(decided(new Attempt.Store<>(append, Object::toString))).contains("hash");
        assertThat(rounds).hasSize(1);
    }

    @Test
    void what_needs_no_append_appends_nothing() {
        assertThat(decided(new Attempt.Over<>("nothing to do"))).isEqualTo("nothing to do");
        assertThat(rounds).hasSize(1);
    }

    private String decided(Attempt<String> attempt) {
        return new Attempts(Backoff.NONE)
                .append(
                        new Answering(answers),
                        round -> {
                            rounds.add(round);
                            return attempt;
                        });
    }

    /** Leads of which nothing is read, and which answer in turn. */
    private record Answering(Deque<Appended> answers) implements Leads {

        @Override
        public Optional<Lead> find(PracticeId practice, LeadId lead) {
            throw new AssertionError("nobody reads");
        }

        @Override
        public Known known(PracticeId practice, Set<IdentityKey> keys) {
            throw new AssertionError("nobody reads");
        }

        @Override
        public Appended append(Append append) {
            return answers.remove();
        }
    }
}
