package io.leadmap.desk;

import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.Command.Submission;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.FieldValue.Text;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.html.OwaspHtml;
import io.leadmap.json.Json;
import io.leadmap.leads.Sweep;
import io.leadmap.leads.UnattendedWriter;
import io.leadmap.mail.ComposeMail;
import io.leadmap.mail.FollowUnsubscribeLink;
import io.leadmap.mail.HeedAddress;
import io.leadmap.mail.SettleMail;
import io.leadmap.mail.UnsubscribeLinks;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Digests;
import io.leadmap.ports.Leads;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.OutgoingMail;
import io.leadmap.ports.SafeHtml;
import io.leadmap.ports.Signatures;
import io.leadmap.ports.Unavailable;
import io.leadmap.practice.ConfigurationJson;
import io.leadmap.testkit.InMemoryStore;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * A practice with a lead, over ports in memory, whose mail is decided, composed and settled; a
 * function that does more with it adds that in its own tests.
 */
public class MailDesk {

    /** The lead that most happens to. */
    public static final LeadId TIM = new LeadId("tim00000000000000000000000");

    private static final Signatures SIGNATURES =
            (practice, purpose, message) ->
                    HexFormat.of().parseHex(Digests.sha256(practice + purpose + message));

    public final InMemoryStore store = new InMemoryStore(this::now);
    public final Practice practice;
    public final UnsubscribeLinks links =
            new UnsubscribeLinks(SIGNATURES, URI.create("https://leadmap.example"));
    public final ComposeMail compose =
            new ComposeMail(store.practices(), links, new FallibleHtml(), "mail.example");

    public final UnattendedWriter writer;
    public final SettleMail settle;
    public final FollowUnsubscribeLink unsubscribe;
    public final Sweep sweep;
    private boolean isUnreadable;
    private Instant now = Instant.parse("2026-02-27T00:30:00Z"); // a Friday, 11:30 in Melbourne

    /** Over the demonstration practice. */
    public MailDesk() {
        this(DemoPractice.read());
    }

    /** Over a practice of a test's own. */
    public MailDesk(Practice practice) {
        this.practice = practice;
        store.practices().store(practice, 0);
        writer =
                new UnattendedWriter(
                        store.leads(),
                        store.practices(),
                        store.suppressions(),
                        this::now,
                        Backoff.NONE);
        HeedAddress others = new HeedAddress(store.leads(), writer);
        settle = new SettleMail(store.mailLedger(), writer, compose, others, this::now);
        unsubscribe =
                new FollowUnsubscribeLink(
                        links, store.practices(), store.mailLedger(), writer, others);
        sweep = new Sweep(store.dueWork(), store.practices(), writer, this::now);
    }

    private final class FallibleHtml implements SafeHtml {

        private final SafeHtml html = new OwaspHtml();

        @Override
        public String sanitise(String text) {
            if (isUnreadable) {
                throw new Unavailable("a test", null);
            }
            return html.sanitise(text);
        }

        @Override
        public String plainText(String sanitised) {
            return html.plainText(sanitised);
        }
    }

    /** What the clock shows. */
    public final Instant now() {
        return now;
    }

    /** The clock goes on. */
    public final void passes(Duration time) {
        now = now.plus(time);
    }

    /** From now on nothing that a mail is made of can be read, or all of it again. */
    public final void becomesUnreadable(boolean unreadable) {
        isUnreadable = unreadable;
    }

    /** Hands a queued mail of Tim over, as its sender does when nothing is in the way. */
    public final OutgoingMail goesOut(Email.Kind kind) {
        EmailId id = mail(kind).email().id();
        if (!store.mailLedger().claim(id, "test", now)) {
            throw new IllegalStateException(id + " is not queued");
        }
        ComposeMail.Composed composed = compose.compose(mail(kind)).orElseThrow();
        settle.settle(id, new News.Sent(composed.mail().subject(), composed.textHash()));
        return composed.mail();
    }

    /** Tim sends the enquiry form: a welcome mail and a notice are queued, a drip is begun. */
    public final Lead timAsks() {
        return timAsks("+61400000001");
    }

    /**
     * Tim sends the enquiry form with this phone.
     *
     * @param phone null makes the lead incomplete
     */
    public final Lead timAsks(@Nullable String phone) {
        return asks(TIM, "tim@example.com", phone);
    }

    /** Somebody of this address sends the enquiry form. */
    public final Lead asks(LeadId lead, String email, @Nullable String phone) {
        TreeMap<FieldKey, FieldValue> fields =
                new TreeMap<>(
                        Map.of(
                                FieldKey.FIRST_NAME, new Text("Tim <b>"),
                                FieldKey.LAST_NAME, new Text("Cook"),
                                FieldKey.EMAIL, new Text(email)));
        if (phone != null) {
            fields.put(FieldKey.PHONE, new Text(phone));
        }
        Submission submission =
                new Submission("enquiry", Fields.of(fields), Attribution.NONE, null, null, false);
        return begins(lead, new Command.BeginByForm(submission, Optional.empty()), Actor.LEAD);
    }

    /** A lead begins. */
    public final Lead begins(LeadId id, Command.Beginning command, Actor actor) {
        return store(null, Decider.begin(id, command, context(actor, null, command)));
    }

    /** Something happens to Tim. */
    public final Lead happens(Actor actor, Command command) {
        Lead tim = tim();
        return store(tim, Decider.decide(tim, command, context(actor, tim, command)));
    }

    /** The link in Tim's mail of this kind, used by a mail program. */
    public final void unsubscribes(Email.Kind kind) {
        unsubscribe.unsubscribe(token(kind));
    }

    /** What is behind the last slash of the link in Tim's mail of this kind. */
    public final String token(Email.Kind kind) {
        String link = links.link(mail(kind).email().id()).getPath();
        return link.substring("/unsubscribe/".length());
    }

    /** What is known of Tim's address. */
    public final AddressState address() {
        return address("tim@example.com");
    }

    /** What is known of an address. */
    public final AddressState address(String email) {
        return store.suppressions().of(practice.id(), Set.of(email)).of(email);
    }

    /** Something begins Tim, or happens to him if he is there; nothing if it is refused. */
    public final boolean tries(Actor actor, Command command) {
        Optional<Lead> tim = store.leads().find(practice.id(), TIM);
        Context context = context(actor, tim.orElse(null), command);
        Decision decision =
                command instanceof Command.Beginning beginning
                        ? Decider.begin(TIM, beginning, context)
                        : Decider.decide(tim.orElseThrow(), command, context);
        if (decision instanceof Decision.Accepted) {
            store(tim.orElse(null), decision);
        }
        return decision instanceof Decision.Accepted;
    }

    /** The practice's next configuration, with one text of its document replaced. */
    public final void configures(String text, String by) {
        Practice newest = store.practices().find(practice.id()).orElseThrow();
        String document = Json.text(ConfigurationJson.write(newest));
        if (!document.contains(text)) {
            throw new IllegalArgumentException(text + " is not in " + document);
        }
        Practice edited = DemoPractice.of(document.replace(text, by), newest.version() + 1);
        if (!store.practices().store(edited, newest.version())) {
            throw new IllegalStateException("somebody else was faster");
        }
    }

    /** Tim as he is. */
    public final Lead tim() {
        return store.leads().find(practice.id(), TIM).orElseThrow();
    }

    /** Tim's mail of this kind; there must be one. */
    public final Posted mail(Email.Kind kind) {
        return store.mailLedger().ofLead(practice.id(), TIM).stream()
                .filter(posted -> posted.email().kind() == kind)
                .findFirst()
                .orElseThrow();
    }

    /** Where Tim's mail of this kind stands. */
    public final MailState state(Email.Kind kind) {
        return mail(kind).state();
    }

    /** The types of everything in Tim's history, oldest first. */
    public final List<Class<? extends Entry>> history() {
        return store.histories().read(practice.id(), TIM).stream()
                .flatMap(commit -> commit.entries().stream())
                .<Class<? extends Entry>>map(Entry::getClass)
                .toList();
    }

    /** What is in Tim's history of this type. */
    public final <E extends Entry> List<E> entries(Class<E> type) {
        return store.histories().read(practice.id(), TIM).stream()
                .flatMap(commit -> commit.entries().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    private Context context(Actor actor, @Nullable Lead lead, Command command) {
        Cause cause = new Cause(Cause.Kind.REQUEST, "test");
        return store.suppressions()
                .inform(new Context(practice, actor, cause, now, Set.of()), lead, command);
    }

    private Lead store(@Nullable Lead before, Decision decision) {
        Decision.Accepted accepted = (Decision.Accepted) decision;
        Leads.Appended appended = store.leads().append(Append.of(before, accepted));
        if (!(appended instanceof Leads.Appended.Stored)) {
            throw new IllegalStateException(appended.toString());
        }
        return accepted.after();
    }
}
