package io.leadmap.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.Addressed;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.decide.DueRules;
import io.leadmap.domain.decide.Refusal;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.LossReason;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.map.MapRun;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.suppression.AddressState;
import io.leadmap.domain.suppression.KnownAddresses;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** One lead's story in a test: commands at times, by somebody, and what became of them. */
public final class Story {

    public static final LeadId ID = new LeadId("lead0001");
    public static final Actor AVA = Actor.person("ava", "Ms ava", Set.of(Role.AGENT));
    public static final Actor NOAH = Actor.person("noah", "Ms noah", Set.of(Role.AGENT));
    public static final Actor MEI = Actor.person("mei", "Ms mei", Set.of(Role.ADMINISTRATOR));
    public static final Actor RUTH = Actor.person("ruth", "Ms ruth", Set.of(Role.PROVIDER));

    /** A Friday, 20:00 in Sydney: the sending window is closed. */
    public static final Instant START = Instant.parse("2026-02-27T09:00:00Z");

    private static final Cause CAUSE = new Cause(Cause.Kind.REQUEST, "r-1");

    private final List<Commit> history = new ArrayList<>();
    private Practice practice = SamplePractice.PRACTICE;
    private Actor actor = AVA;
    private Instant now = START;
    private Set<EmailId> inFlight = Set.of();
    private KnownAddresses known = KnownAddresses.NONE;
    private @Nullable Lead lead;
    private Decision.@Nullable Accepted last;

    /** A complete lead that ava added: Monique Lee, in no map. */
    public static Story ofMonique() {
        return of(SamplePractice.PRACTICE);
    }

    /** The same in this practice. */
    public static Story of(Practice practice) {
        return new Story().in(practice).begin(add(monique()));
    }

    /** A complete lead that came by the enquiry form: welcomed, enrolled, in the map. */
    public static Story ofEnquiry() {
        return ofEnquiry(SamplePractice.PRACTICE);
    }

    /** The same in this practice. */
    public static Story ofEnquiry(Practice practice) {
        Story story = new Story().in(practice).by(Actor.LEAD);
        return story.begin(
                        new Command.BeginByForm(
                                submission(SamplePractice.ENQUIRY, monique()), Optional.empty()))
                .by(AVA);
    }

    /** A lead that came by the enquiry form without a phone. */
    public static Story ofIncomplete() {
        return ofIncomplete(SamplePractice.PRACTICE);
    }

    /** The same in this practice. */
    public static Story ofIncomplete(Practice practice) {
        return new Story()
                .in(practice)
                .by(Actor.LEAD)
                .begin(new Command.BeginByForm(submission(noPhone(), false), Optional.empty()))
                .by(AVA);
    }

    /** Name, email and phone. */
    public static Fields monique() {
        return fields(
                "firstName",
                "Monique",
                "lastName",
                "Lee",
                "email",
                "monique@example.com",
                "phone",
                "+61444444444");
    }

    /** Name and email. */
    public static Fields noPhone() {
        return fields("firstName", "Tim", "lastName", "Cook", "email", "tim@example.com");
    }

    /** Text fields by their names, in pairs. */
    public static Fields fields(String... namesAndValues) {
        Map<FieldKey, FieldValue> values = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(
                    FieldKey.find(namesAndValues[i]).orElseThrow(),
                    new FieldValue.Text(namesAndValues[i + 1]));
        }
        return Fields.of(values);
    }

    public static Command.AddLead add(Fields fields) {
        return new Command.AddLead(
                fields,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Attribution.NONE,
                Optional.empty());
    }

    public static Command.Submission submission(String form, Fields fields) {
        return new Command.Submission(form, fields, Attribution.NONE, null, null, false);
    }

    /** A submission of the enquiry form, suspected of being spam or not. */
    public static Command.Submission submission(Fields fields, boolean spam) {
        return new Command.Submission(
                SamplePractice.ENQUIRY, fields, Attribution.NONE, null, null, spam);
    }

    /** An edit of text fields, in pairs; an empty text makes a field blank. */
    public static Command.EditFields edit(String... namesAndValues) {
        Map<FieldKey, Optional<FieldValue>> changes = new TreeMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            changes.put(
                    FieldKey.find(namesAndValues[i]).orElseThrow(),
                    namesAndValues[i + 1].isEmpty()
                            ? Optional.empty()
                            : Optional.of(new FieldValue.Text(namesAndValues[i + 1])));
        }
        return new Command.EditFields(changes);
    }

    public static Command.SetStatus to(Status status) {
        return new Command.SetStatus(status, null, null);
    }

    public static Command.SetStatus lost(String reason) {
        return new Command.SetStatus(Status.LOST, new LossReason(reason), null);
    }

    public static Command.LogCall called(ContactEntry.CallLogged.Outcome outcome) {
        return new Command.LogCall(outcome, null);
    }

    /** The link in a mail to Monique, used. */
    public static Command.Unsubscribe unsubscribe() {
        return unsubscribe("monique@example.com");
    }

    /** The link in a mail to this address, used. */
    public static Command.Unsubscribe unsubscribe(String to) {
        return new Command.Unsubscribe(EmailId.of(SamplePractice.ID, ID, 1, 1), to);
    }

    public Story in(Practice where) {
        practice = where;
        return this;
    }

    public Story by(Actor who) {
        actor = who;
        return this;
    }

    public Story at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    public Story after(Duration passed) {
        now = now.plus(passed);
        return this;
    }

    /** The sender has claimed these mails. */
    public Story inFlight(EmailId... mails) {
        inFlight = Set.of(mails);
        return this;
    }

    /** Another lead has led to this state of an address. */
    public Story known(AddressState state) {
        known = known.with(state);
        return this;
    }

    /** What is known of an address. */
    public AddressState address(String email) {
        AddressState clean = AddressState.clean(IdentityKey.normalised(email));
        return known.states().getOrDefault(clean.address(), clean);
    }

    public Story begin(Command.Beginning command) {
        return keep(Decider.begin(ID, command, context(null, command)));
    }

    /** Does it; anything but acceptance fails the test. */
    public Story then(Command command) {
        return keep(decide(command));
    }

    /** Expects that it changes nothing. */
    public Story thenNothing(Command command) {
        assertThat(decide(command)).isEqualTo(new Decision.Unchanged(lead()));
        return this;
    }

    /** Expects a refusal and gives it. */
    public Refusal refused(Command command) {
        assertThat(decide(command)).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decide(command)).refusal();
    }

    public Refusal refusedToBegin(Command.Beginning command) {
        Decision decision = Decider.begin(ID, command, context(null, command));
        assertThat(decision).isInstanceOf(Decision.Refused.class);
        return ((Decision.Refused) decision).refusal();
    }

    public Decision decide(Command command) {
        return Decider.decide(lead(), command, context(lead(), command));
    }

    public Lead lead() {
        return Objects.requireNonNull(lead, "the story has not begun");
    }

    /** The lead's run of a map, which it must have. */
    public MapRun map() {
        return Objects.requireNonNull(lead().map(), "no map");
    }

    /** The latest run of a campaign, which the lead must have. */
    public DripRun drip(String campaign) {
        return Objects.requireNonNull(lead().drips().runs().get(campaign), "never enrolled");
    }

    /** When the next mail of a campaign goes out, as the record shows it now. */
    public Optional<Instant> nextMailAt(String campaign) {
        String email = lead().email();
        AddressState address = address(email == null ? "" : email);
        return DueRules.nextMailAt(lead(), address, drip(campaign), practice, now);
    }

    public Instant now() {
        return now;
    }

    /** The last accepted decision. */
    public Decision.Accepted last() {
        return Objects.requireNonNull(last, "the story has not begun");
    }

    /** What the last command wrote. */
    public List<Entry> entries() {
        return last().commit().entries();
    }

    /** What was written of this type, from the beginning. */
    public <E extends Entry> List<E> all(Class<E> type) {
        return history.stream()
                .flatMap(c -> c.entries().stream())
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    /** With what is known of the addresses that the command is about, and of no other. */
    private Context context(@Nullable Lead before, Command command) {
        KnownAddresses read = KnownAddresses.NONE;
        for (String address : Addressed.by(before, command)) {
            read = read.with(address(address));
        }
        return new Context(practice, actor, CAUSE, now, inFlight, read);
    }

    private Story keep(Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted accepted = (Decision.Accepted) decision;
        history.add(accepted.commit());
        last = accepted;
        accepted.addresses().forEach(this::known);
        lead = accepted.after();
        assertThat(Lead.fold(practice.id(), ID, history)).isEqualTo(lead);
        return this;
    }
}
