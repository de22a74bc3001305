package io.leadmap.dynamodb;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.FirstAnswers;

import java.time.Instant;
import java.util.Optional;

/** Remembered answers in {@code PracticeTable}; expired ones are as good as gone. */
final class DynamoAnswers implements FirstAnswers {

    private final Table practice;

    DynamoAnswers(Table practice) {
        this.practice = practice;
    }

    @Override
    public Optional<FirstAnswer> find(PracticeId id, String key, Instant now) {
        return practice.get(AnswerItem.key(id, key))
                .map(AnswerItem::read)
                .filter(answer -> answer.expires().isAfter(now));
    }

    @Override
    public Optional<FirstAnswer> remember(PracticeId id, FirstAnswer answer, Instant now) {
        boolean isNew =
                practice.putNew(AnswerItem.write(id, answer), AnswerItem.FREE, AnswerItem.now(now));
        return isNew ? Optional.empty() : find(id, answer.key(), now);
    }
}
