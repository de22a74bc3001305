package io.leadmap.testkit;

import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.ports.FirstAnswer;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.ports.Snapshot;
import io.leadmap.ports.Store;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A lead whose history a test writes entry by entry, without asking the rules. */
public final class LeadStory {

    private static final Actor ANNA = Actor.person("anna", "Anna Agent", Set.of());

    private final PracticeId practice;
    private final LeadId id;
    private final InstantSource clock;
    private @Nullable Lead lead;

    public LeadStory(PracticeId practice, LeadId id, InstantSource clock) {
        this.practice = practice;
        this.id = id;
        this.clock = clock;
    }

    /** The same lead, as somebody else has read it at this moment. */
    public LeadStory copy() {
        LeadStory copy = new LeadStory(practice, id, clock);
        copy.lead = lead;
        return copy;
    }

    public LeadId id() {
        return id;
    }

    /** The lead after the last commit that was decided. */
    public Lead lead() {
        if (lead == null) {
            throw new IllegalStateException("the story has not begun");
        }
        return lead;
    }

    /** The entry that begins a lead with these contact data. */
    public static RecordEntry.LeadCreated created(
            @Nullable String email, @Nullable String phone, Instant at) {
        Fields fields =
                Fields.NONE
                        .with(FieldKey.FIRST_NAME, new FieldValue.Text("Monique"))
                        .with(FieldKey.LAST_NAME, new FieldValue.Text("Lee"))
                        .with(FieldKey.EMAIL, email == null ? null : new FieldValue.Text(email))
                        .with(FieldKey.PHONE, phone == null ? null : new FieldValue.Text(phone));
        return new RecordEntry.LeadCreated(
                Channel.FORM, fields, "root", "web", "anna", at, Attribution.NONE);
    }

    /** What a mail of this lead is called, if it is decided now. */
    public EmailId nextEmail(int n) {
        return EmailId.of(practice, id, nextSeq(), n);
    }

    public long nextSeq() {
        return lead == null ? 1 : lead.revision().seq() + 1;
    }

    public Append next(Entry... entries) {
        return next(List.of(entries), List.of(), List.of(), List.of());
    }

    public Append next(
            List<Entry> entries,
            List<Email> mails,
            List<Settlement> settlements,
            List<ToDo> toDos) {
        return next(entries, mails, settlements, toDos, List.of());
    }

    /** A commit that takes a to-do back. */
    public Append next(Entry entry, ToDo.Asked ended) {
        return next(List.of(entry), List.of(), List.of(), List.of(), List.of(ended));
    }

    private Append next(
            List<Entry> entries,
            List<Email> mails,
            List<Settlement> settlements,
            List<ToDo> toDos,
            List<ToDo.Asked> ended) {
        Lead before = lead;
        Commit commit =
                new Commit(
                        nextSeq(),
                        clock.instant(),
                        ANNA,
                        new Cause(Cause.Kind.REQUEST, "r-1"),
                        1,
                        entries);
        lead = before == null ? Lead.begin(practice, id, commit) : before.apply(commit);
        Decision.Accepted decision =
                new Decision.Accepted(lead, commit, mails, settlements, toDos, ended, List.of());
        return Append.of(before, decision);
    }

    /** The same commit, which changes what is known of addresses. */
    public static Append with(Append append, AddressState... addresses) {
        Decision.Accepted d = append.decision();
        return new Append(
                append.before(),
                new Decision.Accepted(
                        d.after(),
                        d.commit(),
                        d.mails(),
                        d.settlements(),
                        d.todos(),
                        d.ended(),
                        List.of(addresses)),
                append.guards(),
                append.answers(),
                append.also());
    }

    /** Begins the lead in a store. */
    public LeadStory begin(Store store, @Nullable String email, @Nullable String phone) {
        store(store, next(created(email, phone, clock.instant())));
        return this;
    }

    /** Appends entries in a store. */
    public LeadStory then(Store store, Entry... entries) {
        store(store, next(entries));
        return this;
    }

    /** Appends, and insists that it is stored. */
    public static void store(Store store, Append append) {
        Appended appended = store.leads().append(append);
        if (!(appended instanceof Appended.Stored)) {
            throw new AssertionError("not stored but " + appended);
        }
    }

    public static Append with(Append append, Map<IdentityKey, Long> guards) {
        return new Append(
                append.before(), append.decision(), guards, append.answers(), append.also());
    }

    public static Append with(Append append, FirstAnswer... answers) {
        return new Append(
                append.before(),
                append.decision(),
                append.guards(),
                List.of(answers),
                append.also());
    }

    public static Append with(Append append, Snapshot also) {
        return new Append(
                append.before(), append.decision(), append.guards(), append.answers(), also);
    }
}
