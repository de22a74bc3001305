package io.leadmap.mailsender;

import io.leadmap.runtime.StreamFunction;
import io.leadmap.runtime.mail.MailStream;

import java.time.Clock;
import java.time.InstantSource;
import java.util.Map;

/** Sends what is queued in the mail ledger, once. */
public final class MailSender extends StreamFunction {

    /** As Lambda makes it. */
    public MailSender() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public MailSender(Map<String, String> environment, InstantSource clock) {
        super(environment, clock, MailStream.class);
    }
}
