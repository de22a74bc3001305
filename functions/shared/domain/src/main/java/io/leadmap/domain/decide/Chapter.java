package io.leadmap.domain.decide;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.HandsOver;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.practice.Person;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.practice.Settings;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What one command writes, while it is being decided. Every entry is folded at once, so that the
 * next rule sees the lead as the entries before have left it. Lives no longer than one decision.
 */
final class Chapter {

    private final Context context;
    private final LeadId id;
    private final @Nullable Lead before;
    private final Instant at;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Email> mails = new ArrayList<>();
    private final List<Decision.Settlement> settlements = new ArrayList<>();
    private final List<ToDo> todos = new ArrayList<>();
    private final List<ToDo.Asked> ended = new ArrayList<>();
    private final Map<String, AddressState> changed = new LinkedHashMap<>();
    private KnownAddresses addresses;
    private final SortedMap<Integer, Trigger.Key> triggers = new TreeMap<>();
    private Trigger.@Nullable Key acting;
    private @Nullable Lead lead;
    private int emails;

    private Chapter(Context context, LeadId id, @Nullable Lead before) {
        this.context = context;
        this.id = id;
        this.before = before;
        lead = before;
        addresses = context.addresses();
        at =
                before != null && before.revision().at().isAfter(context.now())
                        ? before.revision().at()
                        : context.now();
    }

    /** The chapter of a new lead; its first entry must be {@link RecordEntry.LeadCreated}. */
    static Chapter begin(LeadId id, Context context) {
        return new Chapter(context, id, null);
    }

    static Chapter of(Lead lead, Context context) {
        return new Chapter(context, lead.id(), lead);
    }

    /** The lead with everything written so far. */
    Lead lead() {
        return Objects.requireNonNull(lead, "a chapter begins with leadCreated");
    }

    Practice practice() {
        return context.practice();
    }

    Settings settings() {
        return context.practice().settings();
    }

    Actor actor() {
        return context.actor();
    }

    /** The time of every entry: now, but never earlier than the lead's last entry. */
    Instant at() {
        return at;
    }

    /** Tells whether an administrator acts; the lead and the system are none. */
    boolean isByAdministrator() {
        return actor().is(Role.ADMINISTRATOR);
    }

    boolean isInFlight(EmailId mail) {
        return context.inFlight().contains(mail);
    }

    /** Tells whether this command has ended a suspension. */
    boolean hasReinstated() {
        return entries.stream().anyMatch(SuspensionEntry.Reinstated.class::isInstance);
    }

    /** Runs what a trigger does: all that is added meanwhile is caused by it. */
    void by(Trigger.Key trigger, Runnable actions) {
        Trigger.Key outer = acting;
        acting = trigger;
        actions.run();
        acting = outer;
    }

    void add(Entry entry) {
        if (acting != null) {
            triggers.put(entries.size(), acting);
        }
        entries.add(entry);
        Commit commit = commit();
        lead = before == null ? Lead.begin(practice().id(), id, commit) : before.apply(commit);
    }

    /**
     * Hands a mail to the ledger, together with the entry that claims its id: the id is made of the
     * number of that entry.
     *
     * @return what the mail is called
     */
    EmailId post(Function<EmailId, HandsOver> entry, Function<EmailId, Email> mail) {
        EmailId email = EmailId.of(practice().id(), id, lead().revision().seq() + 1, ++emails);
        add(entry.apply(email));
        mails.add(mail.apply(email));
        return email;
    }

    /** Tells whether this command has already told this person something. */
    boolean hasTold(String address) {
        return mails.stream()
                .anyMatch(m -> m.kind() == Email.Kind.NOTICE && m.to().equals(address));
    }

    /** What is known of the address that the lead has now. */
    AddressState address() {
        return address(lead().email());
    }

    /** What is known of an address, with what this command has changed. */
    AddressState address(@Nullable String email) {
        return addresses.of(email);
    }

    /** Keeps what is known of an address from now on; nothing if it is what was known before. */
    void keep(AddressState now) {
        if (!now.equals(addresses.of(now.address()))) {
            addresses = addresses.with(now);
            changed.put(now.address(), now);
        }
    }

    void settle(EmailId mail, MailState from, Standing to) {
        settlements.add(new Decision.Settlement(mail, from, to));
    }

    /**
     * Asks the lead's owner to do something; anybody, where nobody who is still there owns it.
     *
     * @param key names the matter, so that the same one is asked for once
     */
    void askOwner(String key, String text) {
        String owner = practice().activePerson(lead().owner()).map(Person::id).orElse(null);
        todos.add(new ToDo(key, id, owner, text, at));
    }

    /** Takes a to-do back that has become pointless. */
    void end(ToDo.Asked toDo) {
        ended.add(toDo);
    }

    /**
     * Automatic mail goes to the address that the lead has when it is claimed (domain section 7):
     * what was queued before this command follows a new one.
     */
    private void redirect() {
        String to = lead().email();
        if (before == null || to == null || to.equals(before.email())) {
            return;
        }
        lead().mail().pending().keySet().stream()
                .filter(mail -> before.mail().pending().containsKey(mail))
                .filter(mail -> !isInFlight(mail))
                .forEach(mail ->
                        settlements.add(
                                new Decision.Settlement(
                                        mail,
                                        MailState.QUEUED,
                                        Standing.of(MailState.QUEUED),
                                        to)));
    }

    /** The decision once all rules have spoken. */
    Decision close(Optional<Refusal> refusal) {
        if (refusal.isPresent()) {
            return new Decision.Refused(refusal.get());
        }
        redirect();
        return entries.isEmpty()
                ? new Decision.Unchanged(lead())
                : new Decision.Accepted(
                        lead(),
                        commit(),
                        mails,
                        settlements,
                        todos,
                        ended,
                        List.copyOf(changed.values()));
    }

    private Commit commit() {
        long first = before == null ? 1 : before.revision().seq() + 1;
        return new Commit(
                first,
                at,
                context.actor(),
                context.cause(),
                practice().version(),
                entries,
                triggers);
    }
}
