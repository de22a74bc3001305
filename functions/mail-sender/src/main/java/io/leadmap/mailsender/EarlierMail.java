package io.leadmap.mailsender;

import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Settings;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailLedger.Posted;
import io.leadmap.ports.Practices;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Mail that waits for what its practice has set otherwise since: a change of the window or of the
 * hourly limit holds from the next tick on, earlier as well as later (domain section 3). A
 * configuration is looked at once; until it changes, a practice's waiting mail is not read again.
 */
final class EarlierMail {

    /** How many waiting mails of all practices a tick looks at, the next first. */
    private static final int LOOK = 1_000;

    private final MailLedger ledger;
    private final Practices practices;
    private final MailAllowance allowance;
    private final InstantSource clock;
    private final Map<PracticeId, Long> looked = new HashMap<>();

    EarlierMail(
            MailLedger ledger, Practices practices, MailAllowance allowance, InstantSource clock) {
        this.ledger = ledger;
        this.practices = practices;
        this.allowance = allowance;
        this.clock = clock;
    }

    /** Lets mail go that need not wait any more, or not so long. */
    synchronized List<EmailId> release() {
        Instant now = clock.instant();
        Map<PracticeId, Optional<Practice>> newest = new HashMap<>();
        MailLedger.Later later =
                ledger.later(
                        now,
                        LOOK,
                        practice ->
                                newest.computeIfAbsent(practice, practices::find)
                                        .filter(found -> isNew(practice, found))
                                        .isPresent());
        List<EmailId> released =
                later.mails().stream()
                        .filter(mail ->
                                newest.getOrDefault(practice(mail), Optional.empty())
                                        .filter(found -> isEarlier(mail, found.settings(), now))
                                        .isPresent())
                        .map(mail -> mail.email().id())
                        .filter(mail -> ledger.release(mail, now))
                        .toList();
        if (!later.more()) {
            newest.forEach(
                    (practice, found) -> found.ifPresent(f -> looked.put(practice, f.version())));
        }
        return released;
    }

    private boolean isNew(PracticeId practice, Practice found) {
        return looked.getOrDefault(practice, 0L) != found.version();
    }

    private boolean isEarlier(Posted mail, Settings settings, Instant now) {
        Waiting waiting = mail.waiting();
        if (waiting == null) {
            return false;
        }
        Email.Kind kind = mail.email().kind();
        UnaryOperator<Instant> opening = from -> SendingRules.opening(settings, kind, from);
        return switch (waiting.reason()) {
            case WINDOW -> opening.apply(now).isBefore(waiting.notBefore());
            case HOURLY_LIMIT ->
                    allowance.hasEarlier(
                            practice(mail),
                            kind,
                            now,
                            settings.automaticMailsPerHour(),
                            opening,
                            waiting.notBefore());
            case HANDOVER, ACCOUNT, SUSPENSION -> false;
        };
    }

    private static PracticeId practice(Posted mail) {
        return mail.email().id().practice();
    }
}
