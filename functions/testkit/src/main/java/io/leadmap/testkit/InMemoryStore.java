package io.leadmap.testkit;

import io.leadmap.application.DueWork;
import io.leadmap.application.FirstAnswer;
import io.leadmap.application.FirstAnswers;
import io.leadmap.application.FormLimits;
import io.leadmap.application.Histories;
import io.leadmap.application.Leads;
import io.leadmap.application.MailLedger;
import io.leadmap.application.Practices;
import io.leadmap.application.Store;
import io.leadmap.application.ToDos;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.testkit.Shelf.Scoped;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Every port in memory, for tests of use cases. Passes the same contract suites as the store on
 * DynamoDB.
 */
public final class InMemoryStore implements Store {

    private final Shelf shelf = new Shelf();
    private final Practices practices = new InMemoryPractices(shelf);
    private final Leads leads;

    /**
     * @param clock tells when a remembered answer has expired
     */
    public InMemoryStore(InstantSource clock) {
        leads = new InMemoryLeads(shelf, practices, clock);
    }

    @Override
    public Leads leads() {
        return leads;
    }

    @Override
    public Histories histories() {
        return new InMemoryHistories(shelf);
    }

    @Override
    public Practices practices() {
        return practices;
    }

    @Override
    public MailLedger mailLedger() {
        return new InMemoryMailLedger(shelf);
    }

    @Override
    public FirstAnswers firstAnswers() {
        return this::firstAnswer;
    }

    @Override
    public DueWork dueWork() {
        return new InMemoryDueWork(shelf);
    }

    @Override
    public ToDos toDos() {
        return new InMemoryToDos(shelf);
    }

    @Override
    public FormLimits formLimits() {
        return this::countSubmission;
    }

    private Optional<FirstAnswer> firstAnswer(PracticeId practice, String key, Instant now) {
        synchronized (shelf) {
            return Optional.ofNullable(shelf.answers.get(new Scoped<>(practice, key)))
                    .filter(answer -> answer.expires().isAfter(now));
        }
    }

    private long countSubmission(PracticeId practice, String address, Instant now) {
        synchronized (shelf) {
            String minute = address + " " + now.getEpochSecond() / 60;
            return shelf.submissions.merge(new Scoped<>(practice, minute), 1L, Long::sum);
        }
    }
}
