package io.leadmap.scenes;

import io.leadmap.desk.DemoPractice;
import io.leadmap.desk.MailDesk;
import io.leadmap.domain.practice.Practice;
import io.leadmap.lambda.GrowingIds;
import io.leadmap.mailsender.MailAllowance;
import io.leadmap.mailsender.SendMail;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.OutgoingMail;

import java.util.ArrayList;
import java.util.List;

/** A practice whose mail is sent by its sender and arrives. */
final class SendingDesk extends MailDesk {

    final List<OutgoingMail> arrived = new ArrayList<>();
    private final GrowingIds ids = new GrowingIds(this::now);

    SendingDesk() {
        this(DemoPractice.read());
    }

    SendingDesk(Practice practice) {
        super(practice);
    }

    SendMail sender() {
        return sender(this::arrives);
    }

    SendMail sender(MailTransport transport) {
        return new SendMail(
                store.mailLedger(),
                store.suppressions(),
                writer,
                compose,
                transport,
                settle,
                new MailAllowance(store.mailLimits()),
                ids,
                this::now,
                Backoff.NONE);
    }

    private MailTransport.Handover arrives(OutgoingMail mail) {
        arrived.add(mail);
        return new MailTransport.Handover.Accepted("ses-" + arrived.size());
    }
}
