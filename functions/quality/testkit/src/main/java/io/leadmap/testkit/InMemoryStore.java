package io.leadmap.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.ports.Appointments;
import io.leadmap.ports.AwaitedLeads;
import io.leadmap.ports.Configurations;
import io.leadmap.ports.Counts;
import io.leadmap.ports.DueWork;
import io.leadmap.ports.FirstAnswers;
import io.leadmap.ports.FormLimits;
import io.leadmap.ports.Histories;
import io.leadmap.ports.Inbox;
import io.leadmap.ports.LeadSheet;
import io.leadmap.ports.Leads;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLimits;
import io.leadmap.ports.Messages;
import io.leadmap.ports.NameIndex;
import io.leadmap.ports.Patients;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Progress;
import io.leadmap.ports.SignIns;
import io.leadmap.ports.Signatures;
import io.leadmap.ports.Store;
import io.leadmap.ports.Suppressions;
import io.leadmap.ports.ToDos;
import io.leadmap.testkit.Shelf.Scoped;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.InstantSource;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Every port in memory, for tests of use cases. Passes the same contract suites as the store on
 * DynamoDB.
 */
public final class InMemoryStore implements Store {

    private final Shelf shelf = new Shelf();
    private final Practices practices = new InMemoryPractices(shelf);
    private final Leads leads;
    private final Inbox inbox = new InMemoryInbox();
    private final Patients patients = new InMemoryPatients();
    private final Counts counts = new InMemoryCounts();
    private final Progress progress = new InMemoryProgress(shelf);

    /**
     * @param clock tells when a remembered answer has expired
     */
    public InMemoryStore(InstantSource clock) {
        leads = new InMemoryLeads(shelf, clock);
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
    public Configurations configurations() {
        return new InMemoryConfigurations(shelf);
    }

    @Override
    public SignIns signIns() {
        return new InMemorySignIns(shelf);
    }

    /** Practices as they are put here, whatever their documents would say. */
    public Practices practices() {
        return practices;
    }

    @Override
    public MailLedger mailLedger() {
        return new InMemoryMailLedger(shelf);
    }

    @Override
    public Suppressions suppressions() {
        return new InMemorySuppressions(shelf);
    }

    @Override
    public FirstAnswers firstAnswers() {
        return new InMemoryAnswers(shelf);
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
    public Messages messages() {
        return new InMemoryMessages(shelf);
    }

    @Override
    public FormLimits formLimits() {
        return this::countSubmission;
    }

    @Override
    public MailLimits mailLimits() {
        return (practice, kind, hour, wanted, limit) -> {
            synchronized (shelf) {
                Scoped<String> key = new Scoped<>(practice, kind + " " + hour);
                int taken = shelf.mailsTaken.getOrDefault(key, 0);
                int granted = Math.clamp((long) limit - taken, 0, wanted);
                shelf.mailsTaken.put(key, taken + granted);
                return granted;
            }
        };
    }

    @Override
    public LeadSheet leadSheet() {
        return new InMemoryLeadSheet(shelf);
    }

    @Override
    public NameIndex nameIndex() {
        return new InMemoryNameIndex(shelf);
    }

    @Override
    public AwaitedLeads awaitedLeads() {
        return new InMemoryAwaitedLeads(shelf);
    }

    @Override
    public Inbox inbox() {
        return inbox;
    }

    @Override
    public Appointments appointments() {
        return new InMemoryAppointments(shelf);
    }

    @Override
    public Patients patients() {
        return patients;
    }

    @Override
    public Counts counts() {
        return counts;
    }

    @Override
    public Progress progress() {
        return progress;
    }

    @Override
    public Signatures signatures() {
        return InMemoryStore::sign;
    }

    private static byte[] sign(PracticeId practice, String purpose, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec((practice + " " + purpose).getBytes(UTF_8), "HmacSHA256"));
            return mac.doFinal(message.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private long countSubmission(PracticeId practice, String address, Instant now) {
        synchronized (shelf) {
            String minute = address + " " + now.getEpochSecond() / 60;
            return shelf.submissions.merge(new Scoped<>(practice, minute), 1L, Long::sum);
        }
    }
}
