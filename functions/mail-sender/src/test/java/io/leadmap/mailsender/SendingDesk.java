package io.leadmap.mailsender;

import io.leadmap.desk.MailDesk;
import io.leadmap.lambda.GrowingIds;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.ports.MailLedger;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.OutgoingMail;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;

/** A practice whose mail goes to a transport that a test chooses. */
final class SendingDesk extends MailDesk {

    final List<OutgoingMail> arrived = new ArrayList<>();
    private final MailAllowance allowance = new MailAllowance(store.mailLimits());
    private final EarlierMail earlier =
            new EarlierMail(store.mailLedger(), store.practices(), allowance, this::now);
    private final GrowingIds ids = new GrowingIds(this::now);

    /** The round of the sender that a schedule sets off. */
    SortedMap<String, Long> round(MailTransport transport) {
        return round(transport, Deadline.NONE);
    }

    SortedMap<String, Long> round(MailTransport transport, Deadline deadline) {
        return new SendWaiting(
                        store.mailLedger(),
                        sender(transport, store.mailLedger()),
                        settle,
                        earlier,
                        this::now)
                .run(deadline);
    }

    SortedMap<String, Long> round() {
        return round(this::arrives);
    }

    /** A sender over this store, whose ledger a test may disturb. */
    SendMail sender(MailTransport transport, MailLedger ledger) {
        return new SendMail(
                ledger,
                store.suppressions(),
                writer,
                compose,
                transport,
                settle,
                allowance,
                ids,
                this::now,
                Backoff.NONE);
    }

    SendMail sender() {
        return sender(this::arrives, store.mailLedger());
    }

    MailTransport.Handover arrives(OutgoingMail mail) {
        arrived.add(mail);
        return new MailTransport.Handover.Accepted("ses-" + arrived.size());
    }

    /** The practice's next configuration, with another hourly limit. */
    void automaticMailsPerHourBecome(int limit) {
        int before =
                store.practices()
                        .find(practice.id())
                        .orElseThrow()
                        .settings()
                        .automaticMailsPerHour();
        configures("\"automaticMailsPerHour\":" + before, "\"automaticMailsPerHour\":" + limit);
    }
}
