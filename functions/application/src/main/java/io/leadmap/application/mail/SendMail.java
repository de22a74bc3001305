package io.leadmap.application.mail;

import io.leadmap.application.Backoff;
import io.leadmap.application.IdSource;
import io.leadmap.application.MailLedger;
import io.leadmap.application.MailLedger.Posted;
import io.leadmap.application.MailTransport;
import io.leadmap.application.MailTransport.Handover;
import io.leadmap.application.Suppressions;
import io.leadmap.application.Unavailable;
import io.leadmap.application.lead.UnattendedWriter;
import io.leadmap.application.lead.UnattendedWriter.Seen;
import io.leadmap.application.mail.ComposeMail.Composed;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.decide.SendingRules;
import io.leadmap.domain.lead.IdentityKey;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.suppression.AddressState;

import org.jspecify.annotations.Nullable;

import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;

/**
 * Sends a queued mail once (architecture decision 4). Whoever claims it may hand it over, one time;
 * whatever happens after that, no machine sends it again. Only a mail of which it is known that
 * nothing was sent goes back into the queue.
 */
public final class SendMail {

    private static final int ATTEMPTS = 3;

    private final MailLedger ledger;
    private final Suppressions suppressions;
    private final UnattendedWriter writer;
    private final ComposeMail compose;
    private final MailTransport transport;
    private final SettleMail settle;
    private final IdSource ids;
    private final InstantSource clock;
    private final Backoff backoff;

    public SendMail(
            MailLedger ledger,
            Suppressions suppressions,
            UnattendedWriter writer,
            ComposeMail compose,
            MailTransport transport,
            SettleMail settle,
            IdSource ids,
            InstantSource clock,
            Backoff backoff) {
        this.ledger = ledger;
        this.suppressions = suppressions;
        this.writer = writer;
        this.compose = compose;
        this.transport = transport;
        this.settle = settle;
        this.ids = ids;
        this.clock = clock;
        this.backoff = backoff;
    }

    /**
     * Sends the mail, unless somebody else does or has, or it may not be sent any more. {@link
     * Unavailable} if it is queued again and may be tried again later.
     *
     * @return true if it was handed over
     */
    public boolean send(EmailId id) {
        Optional<Posted> posted = ledger.find(id).filter(mail -> mail.state() == MailState.QUEUED);
        if (posted.isEmpty() || !claim(id)) {
            return false;
        }
        Posted claimed = posted.get().claimed();
        if (claimed.email().kind() == Email.Kind.NOTICE) {
            return compose(claimed, null);
        }
        // Asked after the claim: from then on nobody else can skip the mail.
        Optional<Seen> seen = writer.see(id.practice(), id.lead());
        if (seen.isEmpty()) {
            settle.settle(id, new News.Skipped("noLead"));
            return false;
        }
        return send(claimed, seen.get());
    }

    private boolean send(Posted posted, Seen seen) {
        String to = IdentityKey.normalised(posted.email().to());
        // Read last: a complaint that came while this mail was decided stops it here.
        AddressState address = suppressions.of(seen.lead().practice(), Set.of(to)).of(to);
        Optional<String> obstacle =
                SendingRules.obstacle(
                        seen.configuration().settings(), seen.lead(), address, posted.email());
        if (obstacle.isPresent()) {
            settle.settle(posted, seen, new News.Skipped(obstacle.get()));
            return false;
        }
        return compose(posted, seen);
    }

    /**
     * @param seen the lead that the mail goes to; null if it goes to a colleague
     */
    private boolean compose(Posted posted, @Nullable Seen seen) {
        Optional<Composed> composed = compose.compose(posted);
        if (composed.isEmpty()) {
            settle.settle(posted, seen, new News.Failed("notConfigured"));
            return false;
        }
        return handOver(posted, seen, composed.get());
    }

    /**
     * With one token for all attempts: if the answer to the first was lost, the second finds that
     * it was successful.
     */
    private boolean claim(EmailId id) {
        String token = ids.next();
        for (int attempt = 1; ; attempt++) {
            try {
                return ledger.claim(id, token, clock.instant());
            } catch (Unavailable e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
                backoff.pause(attempt);
            }
        }
    }

    private boolean handOver(Posted posted, @Nullable Seen seen, Composed composed) {
        return switch (transport.send(composed.mail())) {
            case Handover.Accepted accepted ->
                    settle.settle(
                            posted,
                            seen,
                            new News.Sent(composed.mail().subject(), composed.textHash()));
            case Handover.NotYet(String reason) -> {
                ledger.settle(
                        posted.email().id(), MailState.CLAIMED, MailState.QUEUED, clock.instant());
                throw new Unavailable("the mail service takes no mail now: " + reason, null);
            }
            case Handover.Rejected(String reason) -> {
                settle.settle(posted, seen, new News.Failed(reason));
                yield false;
            }
            case Handover.Unknown(String reason) -> {
                settle.settle(posted, seen, new News.Uncertain(reason));
                yield false;
            }
        };
    }
}
