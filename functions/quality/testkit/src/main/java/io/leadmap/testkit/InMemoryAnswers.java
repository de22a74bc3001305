package io.leadmap.testkit;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.testkit.Shelf.Scoped;

import java.time.Instant;
import java.util.Optional;

/** Remembered answers in memory. */
final class InMemoryAnswers implements FirstAnswers {

    private final Shelf shelf;

    InMemoryAnswers(Shelf shelf) {
        this.shelf = shelf;
    }

    @Override
    public Optional<FirstAnswer> find(PracticeId practice, String key, Instant now) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.answers.get(new Scoped<>(practice, key)))
                    .filter(answer -> answer.expires().isAfter(now));
        }
    }

    @Override
    public Optional<FirstAnswer> remember(PracticeId practice, FirstAnswer answer, Instant now) {
        synchronized (shelf) {
            Optional<FirstAnswer> before = find(practice, answer.key(), now);
            if (before.isEmpty()) {
                shelf.answers.put(new Scoped<>(practice, answer.key()), answer);
            }
            return before;
        }
    }
}
