package io.leadmap.mailsender;

import io.leadmap.lambda.StreamFunction;
import io.micronaut.context.ApplicationContext;

import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;

/**
 * Sends what is queued in the mail ledger, once: at once, or when a mail that has to wait may go.
 */
public final class MailSender extends StreamFunction {

    /** As Lambda makes it. */
    public MailSender() {
        this(System.getenv(), Clock.systemUTC());
    }

    /** With an environment and a clock of its own. */
    public MailSender(Map<String, String> environment, InstantSource clock) {
        this(beansOf(MailSender.class, environment, clock));
    }

    MailSender(ApplicationContext beans) {
        super(beans, MailSender::new, MailStream.class, WaitingMailWork.class);
    }

    /** A sender that is killed while it hands a mail over leaves it uncertain. */
    @Override
    protected Duration reserve() {
        return Duration.ofSeconds(30);
    }
}
