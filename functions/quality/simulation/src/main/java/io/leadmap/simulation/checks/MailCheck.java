package io.leadmap.simulation.checks;

import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.HandsOver;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.simulation.world.Violation;
import io.leadmap.simulation.world.World;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Each mail that was decided was handed over once, or is uncertain, or its record says why not; and
 * nothing was handed over that nobody decided.
 */
final class MailCheck implements Check {

    /** What holds a mail and never ends it. */
    private static final Set<String> HOLDS = Set.of("suspended", "noEmail");

    @Override
    public List<Violation> of(World world) {
        List<Violation> violations = new ArrayList<>();
        Map<EmailId, Long> arrivals =
                world.post().arrivals().stream()
                        .collect(
                                Collectors.groupingBy(
                                        arrival -> arrival.mail().id(), Collectors.counting()));
        Map<EmailId, Long> left = new HashMap<>(arrivals);
        for (Lead lead : StoredLeads.of(world)) {
            List<Entry> history =
                    world.store().histories().read(lead.practice(), lead.id()).stream()
                            .map(Commit::entries)
                            .flatMap(List::stream)
                            .toList();
            Map<EmailId, Posted> ledger = new HashMap<>();
            world.store()
                    .mailLedger()
                    .ofLead(lead.practice(), lead.id())
                    .forEach(posted -> ledger.put(posted.email().id(), posted));
            for (Entry entry : history) {
                if (entry instanceof HandsOver handsOver) {
                    EmailId id = handsOver.emailId();
                    left.remove(id);
                    wrong(world, lead, ledger.remove(id), history, arrivals.getOrDefault(id, 0L))
                            .ifPresent(words -> add(violations, id + " " + words));
                }
            }
            ledger.keySet().forEach(id -> add(violations, id + " was never decided"));
            history.stream()
                    .filter(MailEntry.EmailSkipped.class::isInstance)
                    .map(MailEntry.EmailSkipped.class::cast)
                    .filter(skipped -> HOLDS.contains(skipped.reason()))
                    .forEach(skipped ->
                            add(
                                    violations,
                                    skipped.emailId() + " was skipped, not held: " + skipped));
            drips(history).forEach(words -> add(violations, lead.id() + " " + words));
        }
        left.keySet().forEach(id -> add(violations, id + " was handed over for no lead"));
        return violations;
    }

    private static void add(List<Violation> violations, String words) {
        violations.add(new Violation(Violation.Rule.TOLD, words));
    }

    private static Optional<String> wrong(
            World world, Lead lead, @Nullable Posted posted, List<Entry> history, long arrivals) {
        if (posted == null) {
            return Optional.of("is not in the ledger");
        }
        boolean fits =
                switch (posted.state()) {
                    case QUEUED -> arrivals == 0 && mayWait(world, lead, posted);
                    case CLAIMED -> false;
                    case SKIPPED ->
                            arrivals == 0 && tells(history, posted, MailEntry.EmailSkipped.class);
                    case UNCERTAIN ->
                            arrivals <= 1 && tells(history, posted, MailEntry.EmailUncertain.class);
                    case FAILED ->
                            arrivals <= 1 && tells(history, posted, MailEntry.EmailFailed.class);
                    case SENT, SOFT_BOUNCED, DELIVERED, BOUNCED, COMPLAINED ->
                            arrivals == 1
                                    && (tells(history, posted, MailEntry.EmailSent.class)
                                            // Rejected first, as no mail service does it.
                                            || tells(history, posted, MailEntry.EmailFailed.class));
                };
        return fits
                ? Optional.empty()
                : Optional.of(
                        "is "
                                + posted.state()
                                + ", was handed over "
                                + arrivals
                                + " times, waits for "
                                + posted.waiting());
    }

    /** What goes to the practice's people has no place in the history but its beginning. */
    private static boolean tells(
            List<Entry> history, Posted posted, Class<? extends MailEntry> how) {
        return posted.email().kind() == Email.Kind.NOTICE
                || history.stream()
                        .filter(how::isInstance)
                        .map(how::cast)
                        .anyMatch(entry -> entry.emailId().equals(posted.email().id()));
    }

    /**
     * A suspension holds what goes to the lead by itself and nothing else, and no longer than it.
     */
    private static boolean mayWait(World world, Lead lead, Posted posted) {
        Waiting waiting = posted.waiting();
        if (waiting == null || !waiting.notBefore().isAfter(world.now())) {
            return false;
        }
        return switch (waiting.reason()) {
            case SUSPENSION ->
                    posted.email().kind().isAutomatic() && !lead.suspension().causes().isEmpty();
            case WINDOW, HOURLY_LIMIT -> true;
            case HANDOVER, ACCOUNT -> false;
        };
    }

    /** No run of a campaign decides one of its mails twice. */
    private static List<String> drips(List<Entry> history) {
        List<String> twice = new ArrayList<>();
        Map<String, Set<String>> decided = new HashMap<>();
        for (Entry entry : history) {
            if (entry instanceof DripEntry.DripEnrolled enrolled) {
                decided.put(enrolled.campaignId(), new HashSet<>());
            } else if (entry instanceof DripEntry.DripAdvanced advanced
                    && !decided.getOrDefault(advanced.campaignId(), new HashSet<>())
                            .add(advanced.mailId())) {
                twice.add("decided " + advanced.mailId() + " twice in one run");
            }
        }
        return twice;
    }
}
