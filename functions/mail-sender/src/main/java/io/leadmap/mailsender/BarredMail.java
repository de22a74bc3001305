package io.leadmap.mailsender;

import io.leadmap.lambda.Log;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.OutgoingMail;

/**
 * Says in the log when the mail service takes no mail for the account's or the domain's sake: the
 * alarm {@code MailIsBarred} counts these lines.
 */
final class BarredMail implements MailTransport {

    /** What the alarm looks for. */
    static final String MESSAGE = "mail is barred";

    private final MailTransport transport;
    private final Log log;

    BarredMail(MailTransport transport, Log log) {
        this.transport = transport;
        this.log = log;
    }

    @Override
    public Handover send(OutgoingMail mail) {
        Handover handover = transport.send(mail);
        if (handover instanceof Handover.Barred(String bar, String found)) {
            log.warn("none", MESSAGE, "bar", bar, "mail", mail.id());
        }
        return handover;
    }
}
