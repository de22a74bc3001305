package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.Dialect.QueryDialect;
import io.leadmap.template.Stack;

import org.apache.james.mime4j.dom.Message;
import org.apache.james.mime4j.stream.Field;
import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * SES version 1, {@code SendRawEmail}: the call that the project sends with. Identities,
 * configuration sets, tags, recipients and sizes are judged as SES does; the mail goes to the
 * mailbox instead of the world.
 */
final class EmulatedSes implements EmulatedService {

    private static final QueryDialect DIALECT =
            new QueryDialect("http://ses.amazonaws.com/doc/2010-12-01/");
    private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_-]{1,256}");
    private static final int RECIPIENTS = 50;
    private static final int RAW_BYTES = 10 * 1024 * 1024;

    private final Stack stack;
    private final MailStore mails;
    private final InstantSource clock;

    EmulatedSes(Stack stack, MailStore mails, InstantSource clock) {
        this.stack = stack;
        this.mails = mails;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "ses";
    }

    @Override
    public Dialect dialect() {
        return DIALECT;
    }

    @Override
    public Set<String> actions() {
        return Set.of("SendRawEmail");
    }

    @Override
    public List<Need> needs(AwsCall call) {
        Optional<Message> message = message(call.input());
        if (message.isEmpty()) {
            return List.of();
        }
        String from =
                address(call.input().path("Source").asText(""))
                        .orElseGet(() -> MailReader.sender(message.get()));
        List<Need> needs = new ArrayList<>();
        needs.add(Need.of("ses:SendRawEmail", arn("identity", identity(from))));
        @Nullable String set = configurationSet(call.input());
        if (set != null) {
            needs.add(Need.of("ses:SendRawEmail", arn("configuration-set", set)));
        }
        return needs;
    }

    private String arn(String kind, String name) {
        return "arn:aws:ses:%s:%s:%s/%s".formatted(stack.region(), stack.account(), kind, name);
    }

    /** The identity that is judged: the address when it is verified itself, else its domain. */
    private String identity(String from) {
        return stack.mailIdentities().stream()
                .filter(known -> known.equalsIgnoreCase(from))
                .findFirst()
                .orElse(domain(from));
    }

    private static String domain(String address) {
        return address.substring(address.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }

    private static Optional<String> address(String source) {
        int open = source.lastIndexOf('<');
        int close = source.lastIndexOf('>');
        String address = open >= 0 && close > open ? source.substring(open + 1, close) : source;
        return address.isBlank() ? Optional.empty() : Optional.of(address.strip());
    }

    private static Optional<byte[]> raw(ObjectNode input) {
        try {
            // SDKs send base64 with line breaks or without.
            return Optional.ofNullable(input.path("RawMessage.Data").textValue())
                    .map(Base64.getMimeDecoder()::decode);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<Message> message(ObjectNode input) {
        return raw(input).flatMap(MailReader::parse);
    }

    private static @Nullable String configurationSet(ObjectNode input) {
        return input.path("ConfigurationSetName").textValue();
    }

    @Override
    public Reply perform(AwsCall call) {
        Optional<byte[]> raw = raw(call.input());
        Optional<Message> message = message(call.input());
        if (raw.isEmpty() || message.isEmpty()) {
            return invalid("The raw message is missing, not base64 or without a From header.");
        }
        return send(call.input(), raw.get(), message.get());
    }

    private Reply send(ObjectNode input, byte[] raw, Message message) {
        String from =
                address(input.path("Source").asText(""))
                        .orElseGet(() -> MailReader.sender(message));
        List<String> given = numbered(input, "Destinations.member.", "");
        List<String> destinations = given.isEmpty() ? MailReader.recipients(message) : given;
        @Nullable String set = configurationSet(input);
        Map<String, String> tags = tags(input);
        Optional<Reply> refused =
                refused(from, destinations, set, raw)
                        .or(() -> badTag(tags))
                        .or(() -> toldInHeaders(message));
        if (refused.isPresent()) {
            return refused.get();
        }
        Instant now = clock.instant();
        String messageId = "%016x-%s-000000".formatted(now.toEpochMilli(), UUID.randomUUID());
        mails.add(id -> MailReader.mail(id, messageId, tags, set, now, message));
        return new Reply.Done(
                DIALECT.answer(
                        "SendRawEmail", "MessageId", messageId, UUID.randomUUID().toString()));
    }

    private Optional<Reply> refused(
            String from, List<String> destinations, @Nullable String set, byte[] raw) {
        if (set != null && !stack.configurationSets().contains(set)) {
            return Optional.of(
                    Reply.failed(
                            400,
                            "ConfigurationSetDoesNotExist",
                            "Configuration set <" + set + "> does not exist."));
        }
        if (stack.mailIdentities().stream()
                .noneMatch(known ->
                        known.equalsIgnoreCase(from) || known.equalsIgnoreCase(domain(from)))) {
            return Optional.of(notVerified(from));
        }
        if (destinations.isEmpty()) {
            return Optional.of(invalid("Missing required header 'To'."));
        }
        if (destinations.size() > RECIPIENTS) {
            return Optional.of(invalid("Recipient count exceeds " + RECIPIENTS + "."));
        }
        return raw.length > RAW_BYTES
                ? Optional.of(invalid("Message length is more than " + RAW_BYTES + " bytes long."))
                : Optional.empty();
    }

    private Reply notVerified(String from) {
        return rejected(
                "Email address is not verified. The following identities failed the check in region"
                        + " "
                        + stack.region().toUpperCase(Locale.ROOT)
                        + ": "
                        + from);
    }

    /**
     * SES would read tags and settings from headers of its own; the project says them in the call.
     */
    private static Optional<Reply> toldInHeaders(Message message) {
        return message.getHeader().getFields().stream()
                .map(Field::getName)
                .filter(name -> name.toUpperCase(Locale.ROOT).startsWith("X-SES-"))
                .findFirst()
                .map(name -> invalid("The local endpoint does not read the header " + name + "."));
    }

    private static Optional<Reply> badTag(Map<String, String> tags) {
        return tags.entrySet().stream()
                .flatMap(tag -> Stream.of(tag.getKey(), tag.getValue()))
                .filter(text -> !TAG.matcher(text).matches())
                .findFirst()
                .map(text ->
                        invalid(
                                "Tag name or value <"
                                        + text
                                        + "> has characters other than letters, digits, _"
                                        + " and -, or more than 256."));
    }

    private static Map<String, String> tags(ObjectNode input) {
        List<String> names = numbered(input, "Tags.member.", ".Name");
        List<String> values = numbered(input, "Tags.member.", ".Value");
        Map<String, String> tags = new LinkedHashMap<>();
        for (int i = 0; i < Math.min(names.size(), values.size()); i++) {
            tags.put(names.get(i), values.get(i));
        }
        return tags;
    }

    private static List<String> numbered(ObjectNode input, String before, String after) {
        List<String> values = new ArrayList<>();
        JsonNode next = input.get(before + "1" + after);
        while (next != null) {
            values.add(next.asText());
            next = input.get(before + (values.size() + 1) + after);
        }
        return values;
    }

    private static Reply invalid(String message) {
        return Reply.failed(400, "InvalidParameterValue", message);
    }

    private static Reply rejected(String message) {
        return Reply.failed(400, "MessageRejected", message);
    }

    @Override
    public Reply fault(FaultKind kind, AwsCall call) {
        return switch (kind) {
            case THROTTLE -> Reply.failed(400, "Throttling", "Maximum sending rate exceeded.");
            case REFUSE -> rejected("The message was refused, as POST /_local/faults asked for.");
            case ERROR -> Reply.failed(500, "InternalFailure", "Internal failure");
            case NOT_VERIFIED ->
                    notVerified(address(call.input().path("Source").asText("")).orElse(""));
            case CONFLICT, LOST_ANSWER ->
                    throw new IllegalArgumentException("ses does not say " + kind);
        };
    }
}
