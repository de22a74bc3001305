package io.leadmap.ses;

import io.leadmap.aws.AwsClients;
import io.leadmap.ports.MailTransport;
import io.leadmap.ports.OutgoingMail;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.ses.SesClient;
import software.amazon.awssdk.services.ses.model.MessageTag;
import software.amazon.awssdk.services.ses.model.SendRawEmailRequest;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * Hands mails to SES, each once (architecture decision 4; decision 5 in infrastructure/decisions).
 * Every mail carries its ledger's id as the tag {@code mail} and in a header, and its lead and
 * practice as tags, so that SES's events find their way back.
 */
public final class SesMailTransport implements MailTransport {

    /**
     * SES takes its time with large mails; a time-out makes a mail uncertain, so it is generous
     * within the 30 seconds in which MailSender begins no mail any more.
     */
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(12);

    private final SesClient ses;
    private final String configurationSet;

    /**
     * Sends through a client of {@link #client}, which repeats nothing.
     *
     * @param configurationSet without one SES reports nothing of a mail
     */
    public SesMailTransport(SesClient ses, String configurationSet) {
        this.ses = ses;
        this.configurationSet = configurationSet;
    }

    /** Sends with the configuration set that the function's {@code MAIL_CONFIGURATION} names. */
    public static SesMailTransport of(AwsClients aws) {
        return new SesMailTransport(client(aws), aws.environment().required("MAIL_CONFIGURATION"));
    }

    /** A client of SES, which never repeats a call: see decision 5 in infrastructure/decisions. */
    public static SesClient client(AwsClients aws) {
        return aws.configuredOnce(SesClient.builder(), "SES", ANSWER_WITHIN, new HandoverWatch())
                .build();
    }

    @Override
    public Handover send(OutgoingMail mail) {
        SendRawEmailRequest.Builder request;
        try {
            request = request(mail);
        } catch (IllegalArgumentException e) {
            return new Handover.Rejected("not a mail address");
        }
        AtomicBoolean handedOver = new AtomicBoolean();
        request.overrideConfiguration(
                one -> one.putExecutionAttribute(HandoverWatch.HANDED_OVER, handedOver));
        try {
            return new Handover.Accepted(ses.sendRawEmail(request.build()).messageId());
        } catch (AwsServiceException e) {
            return SesRefusal.of(e, mail);
        } catch (SdkException e) {
            return handedOver.get() && !unconnected(e)
                    ? new Handover.Unknown(isLate(e) ? "no answer in time" : "no answer")
                    : new Handover.NotYet(
                            unconnected(e)
                                    ? "The mail service could not be reached."
                                    : "The mail could not be handed over.");
        }
    }

    private SendRawEmailRequest.Builder request(OutgoingMail mail) {
        byte[] raw = RawMail.write(mail);
        return SendRawEmailRequest.builder()
                .source(RawMail.address(mail.from()))
                .destinations(RawMail.recipients(mail))
                .configurationSetName(configurationSet)
                .tags(
                        List.of(
                                tag(MAIL_TAG, mail.id().value()),
                                tag(LEAD_TAG, mail.id().lead().value()),
                                tag(PRACTICE_TAG, mail.id().practice().value())))
                .rawMessage(message -> message.data(SdkBytes.fromByteArrayUnsafe(raw)));
    }

    private static MessageTag tag(String name, String value) {
        return MessageTag.builder().name(name).value(value).build();
    }

    /** Whether no connection came about, so that nothing can have been written to it. */
    private static boolean unconnected(Throwable e) {
        return causes(e)
                .anyMatch(cause ->
                        cause instanceof ConnectException
                                || cause instanceof UnknownHostException
                                || cause instanceof NoRouteToHostException
                                || cause instanceof SocketTimeoutException
                                        && "Connect timed out"
                                                .equalsIgnoreCase(cause.getMessage()));
    }

    private static boolean isLate(Throwable e) {
        return causes(e).anyMatch(SocketTimeoutException.class::isInstance);
    }

    private static Stream<@Nullable Throwable> causes(Throwable e) {
        return Stream.iterate(e, one -> one != null, one -> one == null ? null : one.getCause());
    }
}
