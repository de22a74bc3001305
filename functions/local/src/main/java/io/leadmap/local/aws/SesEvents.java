package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.stack.EventEnvelope;
import io.leadmap.local.stack.Mail;
import io.leadmap.template.Stack;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * What SES reports of a mail through its configuration set's EventBridge destination, in the shape
 * of its event publishing ("SES events schema reference" of the SES developer guide).
 */
public final class SesEvents {

    private static final Duration RETRIED_FOR = Duration.ofHours(14);

    private final Stack stack;
    private final InstantSource clock;

    /**
     * Reports for a stack's mail.
     *
     * @param clock stamps the events
     */
    public SesEvents(Stack stack, InstantSource clock) {
        this.stack = stack;
        this.clock = clock;
    }

    /** What can be reported, by the words of {@code POST /_local/mail/{id}/event}. */
    public enum Kind {
        /** SES took the mail. */
        SENT("sent", "Email Sent", "Send", "send"),
        /** The recipient's server took it. */
        DELIVERED("delivered", "Email Delivered", "Delivery", "delivery"),
        /** The recipient's server refused it for good. */
        BOUNCED("bounced", "Email Bounced", "Bounce", "bounce"),
        /** The recipient marked it as spam. */
        COMPLAINED("complained", "Email Complaint Received", "Complaint", "complaint"),
        /** SES took it and did not send it. */
        REJECTED("rejected", "Email Rejected", "Reject", "reject"),
        /** The recipient's server does not take it for now. */
        DELAYED("delayed", "Email Delivery Delayed", "DeliveryDelay", "deliveryDelay");

        private final String word;
        private final String detailType;
        private final String eventType;
        private final String field;

        Kind(String word, String detailType, String eventType, String field) {
            this.word = word;
            this.detailType = detailType;
            this.eventType = eventType;
            this.field = field;
        }

        /** The kind with this word, if there is one. */
        public static Optional<Kind> named(String word) {
            return List.of(values()).stream().filter(kind -> kind.word.equals(word)).findFirst();
        }

        /** The name of the event type in a configuration set's {@code MatchingEventTypes}. */
        public String matchingEventType() {
            return field;
        }
    }

    /**
     * The whole EventBridge envelope, for the default bus.
     *
     * @return empty for a mail without a configuration set, of which SES reports nothing
     */
    public Optional<ObjectNode> report(Mail mail, Kind kind) {
        return report(mail, kind, Particulars.USUAL);
    }

    /**
     * What differs from one report of a kind to the next.
     *
     * @param permanent of a bounce: for good, else for now
     * @param feedbackType of a complaint, null if the recipient's provider says none
     * @param recipient whom it is about, written as the reporting server may; null for all
     */
    public record Particulars(
            boolean permanent, @Nullable String feedbackType, @Nullable String recipient) {

        static final Particulars USUAL = new Particulars(true, null, null);
    }

    /** The same with particulars. */
    public Optional<ObjectNode> report(Mail mail, Kind kind, Particulars particulars) {
        return Optional.ofNullable(mail.configurationSet())
                .map(set -> envelope(mail, set, kind, particulars));
    }

    private ObjectNode envelope(
            Mail mail, String configurationSet, Kind kind, Particulars particulars) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ObjectNode detail = AwsJson.object().put("eventType", kind.eventType);
        detail.set("mail", mail(mail, configurationSet));
        detail.set(kind.field, what(mail, kind, particulars, now));
        List<String> about = List.of(arn("configuration-set/" + configurationSet));
        return new EventEnvelope("aws.ses", kind.detailType, now, about).around(detail, stack);
    }

    private String arn(String resource) {
        return "arn:aws:ses:%s:%s:%s".formatted(stack.region(), stack.account(), resource);
    }

    private static List<String> recipients(Mail mail, Particulars particulars) {
        String named = particulars.recipient();
        return named == null ? recipients(mail) : List.of(named);
    }

    private static List<String> recipients(Mail mail) {
        List<String> all = new ArrayList<>(mail.to());
        all.addAll(mail.cc());
        return all;
    }

    private static void strings(ArrayNode array, List<String> values) {
        values.forEach(array::add);
    }

    private ObjectNode mail(Mail mail, String configurationSet) {
        String domain = mail.from().replaceAll(".*@|>.*", "");
        ObjectNode node =
                AwsJson.object()
                        .put("timestamp", mail.sentAt().truncatedTo(ChronoUnit.MILLIS).toString())
                        .put("source", mail.from())
                        .put("sourceArn", arn("identity/" + domain))
                        .put("sendingAccountId", stack.account())
                        .put("messageId", mail.messageId());
        strings(node.putArray("destination"), recipients(mail));
        node.put("headersTruncated", false);
        ArrayNode headers = node.putArray("headers");
        mail.headers().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(header ->
                        headers.addObject()
                                .put("name", header.getKey())
                                .put("value", header.getValue()));
        ObjectNode common = node.putObject("commonHeaders");
        common.putArray("from").add(mail.from());
        strings(common.putArray("to"), mail.to());
        common.put("messageId", mail.messageId()).put("subject", mail.subject());
        ObjectNode tags = node.putObject("tags");
        tags.putArray("ses:configuration-set").add(configurationSet);
        tags.putArray("ses:from-domain").add(domain);
        tags.putArray("ses:source-ip").add("127.0.0.1");
        mail.tags().forEach((name, value) -> tags.putArray(name).add(value));
        return node;
    }

    private ObjectNode what(Mail mail, Kind kind, Particulars particulars, Instant now) {
        List<String> recipients = recipients(mail, particulars);
        return switch (kind) {
            case SENT -> AwsJson.object();
            case REJECTED -> AwsJson.object().put("reason", "Bad content");
            case DELIVERED -> delivery(recipients, now);
            case BOUNCED -> bounce(recipients, particulars.permanent(), now);
            case COMPLAINED -> complaint(recipients, particulars.feedbackType(), now);
            case DELAYED -> delay(recipients, now);
        };
    }

    private static ObjectNode delivery(List<String> recipients, Instant now) {
        ObjectNode node =
                AwsJson.object()
                        .put("timestamp", now.toString())
                        .put("processingTimeMillis", 500)
                        .put("smtpResponse", "250 ok")
                        .put("reportingMTA", "local.smtp-out.amazonses.com");
        strings(node.putArray("recipients"), recipients);
        return node;
    }

    private ObjectNode bounce(List<String> recipients, boolean permanent, Instant now) {
        ObjectNode node =
                AwsJson.object()
                        .put("bounceType", permanent ? "Permanent" : "Transient")
                        .put("bounceSubType", "General")
                        .put("timestamp", now.toString())
                        .put("feedbackId", feedbackId(now))
                        .put("reportingMTA", "dsn; local.smtp-out.amazonses.com");
        for (ObjectNode one : addresses(node.putArray("bouncedRecipients"), recipients)) {
            one.put("action", "failed")
                    .put("status", permanent ? "5.1.1" : "4.2.2")
                    .put(
                            "diagnosticCode",
                            permanent
                                    ? "smtp; 550 5.1.1 user unknown"
                                    : "smtp; 452 4.2.2 mailbox full");
        }
        return node;
    }

    private ObjectNode complaint(
            List<String> recipients, @Nullable String feedbackType, Instant now) {
        ObjectNode node =
                AwsJson.object()
                        .putNull("complaintSubType")
                        .put("timestamp", now.toString())
                        .put("feedbackId", feedbackId(now))
                        .put("userAgent", "Leadmap local mailbox")
                        .put("arrivalDate", now.toString());
        if (feedbackType != null) {
            node.put("complaintFeedbackType", feedbackType);
        }
        addresses(node.putArray("complainedRecipients"), recipients);
        return node;
    }

    private static ObjectNode delay(List<String> recipients, Instant now) {
        ObjectNode node =
                AwsJson.object()
                        .put("timestamp", now.toString())
                        .put("delayType", "MailboxFull")
                        .put("expirationTime", now.plus(RETRIED_FOR).toString())
                        .put("reportingMTA", "local.smtp-out.amazonses.com");
        for (ObjectNode one : addresses(node.putArray("delayedRecipients"), recipients)) {
            one.put("status", "4.2.2").put("diagnosticCode", "smtp; 452 4.2.2 mailbox full");
        }
        return node;
    }

    private String feedbackId(Instant now) {
        return "%016x-%s-000000".formatted(now.toEpochMilli(), UUID.randomUUID());
    }

    private static List<ObjectNode> addresses(ArrayNode array, List<String> recipients) {
        return recipients.stream()
                .map(address -> array.addObject().put("emailAddress", address))
                .toList();
    }
}
