package io.leadmap.reportcounts;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.DemoPractice;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.Context;
import io.leadmap.domain.decide.Decider;
import io.leadmap.domain.decide.Decision;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.lead.Attribution;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.domain.report.Contribution;
import io.leadmap.domain.report.Contributions;
import io.leadmap.domain.report.Countable;
import io.leadmap.ports.Counts.Counted;
import io.leadmap.ports.Leads.Append;
import io.leadmap.ports.Leads.Appended;
import io.leadmap.testkit.InMemoryStore;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Leads whose every change is counted, unless the stream forgets it. */
final class CountingDesk {

    private static final Actor MEI = Actor.person("mei", "Mei Lin", Set.of(Role.ADMINISTRATOR));

    final Practice practice = DemoPractice.read();
    final PracticeId id = practice.id();
    final InMemoryStore store = new InMemoryStore(() -> this.now);
    final CountContributions counting =
            new CountContributions(
                    store.practices(), store.histories(), store.counts(), store.progress());
    private final List<LeadId> leads = new ArrayList<>();
    private Instant now = Instant.parse("2026-02-27T02:00:00Z");
    private boolean forgetting;
    private boolean twice;

    CountingDesk() {
        assertThat(store.practices().store(practice, 0)).isTrue();
    }

    Instant now() {
        return now;
    }

    CountingDesk at(String instant) {
        now = Instant.parse(instant);
        return this;
    }

    CountingDesk at(Instant instant) {
        now = instant;
        return this;
    }

    /** From now on the stream forgets, or no longer. */
    CountingDesk forgetting(boolean forgets) {
        forgetting = forgets;
        return this;
    }

    /** From now on the stream delivers everything twice, or no longer. */
    CountingDesk twice(boolean delivers) {
        twice = delivers;
        return this;
    }

    LeadId add(@Nullable String division, @Nullable String source, @Nullable String owner) {
        LeadId lead = new LeadId("lead%06d".formatted(leads.size() + 1));
        leads.add(lead);
        Fields fields =
                Fields.of(
                        Map.of(
                                FieldKey.FIRST_NAME, new FieldValue.Text("Mo"),
                                FieldKey.PHONE, new FieldValue.Text("+61444444444")));
        append(
                null,
                Decider.begin(
                        lead,
                        new Command.AddLead(
                                fields,
                                division,
                                source,
                                owner,
                                null,
                                null,
                                null,
                                null,
                                Attribution.NONE,
                                Optional.empty()),
                        context()));
        return lead;
    }

    /** Does it, if it is allowed and changes anything. */
    CountingDesk then(LeadId id, Command command) {
        Lead lead = lead(id);
        Decision decision = Decider.decide(lead, command, context());
        if (decision instanceof Decision.Accepted) {
            append(lead, decision);
        }
        return this;
    }

    Lead lead(LeadId lead) {
        return store.leads().find(id, lead).orElseThrow();
    }

    void catchUp() {
        leads.forEach(lead -> counting.catchUp(id, lead));
    }

    /** What is counted. */
    Map<Contribution, Long> counted() {
        Map<Contribution, Long> counted = new HashMap<>();
        for (Counted one :
                store.counts()
                        .days(id, LocalDate.parse("2026-01-01"), LocalDate.parse("2027-12-31"))) {
            counted.put(one.contribution(), one.count());
        }
        return counted;
    }

    /** What would be counted of all leads at once. */
    Map<Contribution, Long> rebuilt() {
        Map<Contribution, Long> counted = new HashMap<>();
        for (LeadId lead : leads) {
            Contributions.of(Countable.of(lead(lead)), practice.settings().timeZone())
                    .byRow()
                    .values()
                    .forEach(contribution -> counted.merge(contribution, 1L, Long::sum));
        }
        return counted;
    }

    /** The counted days of each row, by the row's name. */
    Map<String, LocalDate> days() {
        Map<String, LocalDate> days = new TreeMap<>();
        counted()
                .keySet()
                .forEach(contribution -> days.put(contribution.row().name(), contribution.day()));
        return days;
    }

    private void append(@Nullable Lead before, Decision decision) {
        assertThat(decision).isInstanceOf(Decision.Accepted.class);
        Decision.Accepted accepted = (Decision.Accepted) decision;
        assertThat(store.leads().append(Append.of(before, accepted)))
                .isEqualTo(new Appended.Stored());
        for (int delivery = forgetting ? 2 : twice ? 0 : 1; delivery < 2; delivery++) {
            counting.count(
                    id,
                    accepted.after().id(),
                    before == null ? null : Countable.of(before),
                    Countable.of(accepted.after()));
        }
    }

    /** Nobody here has an email address. */
    private Context context() {
        return new Context(practice, MEI, new Cause(Cause.Kind.REQUEST, "test"), now, Set.of());
    }
}
