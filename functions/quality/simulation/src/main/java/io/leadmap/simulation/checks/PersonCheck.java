package io.leadmap.simulation.checks;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.Channel;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Phone;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.simulation.tables.ItemChange;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A form begins a second lead of one person only where the rule says so (domain section 2); a
 * second opinion, which is silent where names differ by where they are split.
 */
final class PersonCheck implements Check {

    @Override
    public List<Violation> of(World world) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Map<Long, Commit>> histories = new HashMap<>();
        Map<String, Lead> leads = new LinkedHashMap<>();
        for (ItemChange change : world.journal()) {
            if (change.table().equals(World.table("HISTORY_TABLE"))) {
                String pk = Objects.requireNonNull(change.after().get("pk")).s();
                long seq = Long.parseLong(Objects.requireNonNull(change.after().get("sk")).s());
                Commit commit =
                        Objects.requireNonNull(
                                histories.computeIfAbsent(pk, key -> read(world, key)).get(seq));
                Lead before = leads.get(pk);
                Lead after =
                        before == null
                                ? Lead.begin(practice(pk), lead(pk), commit)
                                : before.apply(commit);
                if (before == null && isByForm(commit)) {
                    leads.values().stream()
                            .filter(lead -> lead.practice().equals(after.practice()))
                            .map(lead -> wrong(after, lead))
                            .flatMap(Optional::stream)
                            .findFirst()
                            .ifPresent(words ->
                                    violations.add(
                                            new Violation(Violation.Rule.ONE_PERSON, words)));
                } else if (before != null && isOverwritten(commit)) {
                    violations.add(
                            new Violation(
                                    Violation.Rule.ONE_PERSON,
                                    "a form overwrote what " + after.id() + " had"));
                }
                leads.put(pk, after);
            }
        }
        return violations;
    }

    private static Map<Long, Commit> read(World world, String pk) {
        Map<Long, Commit> commits = new HashMap<>();
        world.store()
                .histories()
                .read(practice(pk), lead(pk))
                .forEach(commit -> commits.put(commit.firstSeq(), commit));
        return commits;
    }

    private static PracticeId practice(String pk) {
        return new PracticeId(pk.substring(0, pk.indexOf('#')));
    }

    private static LeadId lead(String pk) {
        return new LeadId(pk.substring(pk.indexOf('#') + 1));
    }

    private static boolean isByForm(Commit commit) {
        return commit.entries().getFirst() instanceof RecordEntry.LeadCreated created
                && created.channel() == Channel.FORM;
    }

    private static boolean isOverwritten(Commit commit) {
        boolean isForm =
                commit.entries().stream().anyMatch(RecordEntry.FormReceived.class::isInstance);
        for (Entry entry : commit.entries()) {
            if (isForm
                    && entry instanceof RecordEntry.FieldChanged changed
                    && changed.from() != null) {
                return true;
            }
        }
        return false;
    }

    private static Optional<String> wrong(Lead made, Lead other) {
        boolean isOpen =
                other.status() != Status.INVOICED
                        && other.status() != Status.LOST
                        && other.status() != Status.INVALID;
        boolean sameMap =
                Objects.equals(
                        made.map() == null ? null : made.map().mapId(),
                        other.map() == null ? null : other.map().mapId());
        if (!isOpen
                || !sameMap
                || made.suspension().isFor(SuspensionCause.SPAM)
                || other.suspension().isFor(SuspensionCause.SPAM)) {
            return Optional.empty();
        }
        boolean sameName = name(made).equals(name(other));
        boolean sameEmail = isSame(email(made), email(other));
        boolean samePhone = isSame(phone(made), phone(other));
        boolean contradicts =
                isOther(email(made), email(other)) || isOther(phone(made), phone(other));
        if (sameName && (sameEmail || samePhone) && !contradicts) {
            return Optional.of(made.id() + " was made though " + other.id() + " is that person");
        }
        boolean otherPerson = !first(made).equals(first(other));
        return sameEmail
                        && (otherPerson || contradicts)
                        && !made.suspension().isFor(SuspensionCause.DUPLICATE)
                ? Optional.of(made.id() + " resembles " + other.id() + " and is not suspended")
                : Optional.empty();
    }

    private static boolean isSame(@Nullable String one, @Nullable String other) {
        return one != null && one.equals(other);
    }

    private static boolean isOther(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other);
    }

    private static @Nullable String email(Lead lead) {
        String email = lead.email();
        return email == null ? null : email.toLowerCase(Locale.ROOT);
    }

    private static @Nullable String phone(Lead lead) {
        Phone phone = lead.phone();
        return phone == null ? null : phone.number();
    }

    private static String name(Lead lead) {
        return folded(lead.personName()).replaceAll("[^a-z]", "");
    }

    private static String first(Lead lead) {
        return folded(lead.personName()).split(" ", 2)[0];
    }

    private static String folded(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT);
    }
}
