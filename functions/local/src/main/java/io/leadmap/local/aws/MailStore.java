package io.leadmap.local.aws;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.stack.EmulatedMailbox;
import io.leadmap.local.stack.Mail;

import org.apache.james.mime4j.dom.Message;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Every mail that SES took: one file each in the data folder, the envelope as a line of JSON and
 * the raw message below it, on disk before SES answers.
 */
final class MailStore implements EmulatedMailbox {

    private static final String ENDING = ".mail";

    private final @Nullable Path folder;
    private final Map<String, Mail> mails = new LinkedHashMap<>();
    private long arrived;

    /**
     * Reads what is there.
     *
     * @param folder where the mails are; null keeps them in memory
     */
    MailStore(@Nullable Path folder) throws IOException {
        this.folder = folder;
        if (folder != null && Files.isDirectory(folder)) {
            List<Path> files;
            try (Stream<Path> all = Files.list(folder)) {
                files = all.filter(file -> file.toString().endsWith(ENDING)).sorted().toList();
            }
            for (Path file : files) {
                load(file);
            }
        }
    }

    private void load(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        int line = 0;
        while (line < content.length - 1 && content[line] != '\n') {
            line++;
        }
        Optional<ObjectNode> head = AwsJson.read(Arrays.copyOf(content, line));
        Optional<Message> message =
                MailReader.parse(Arrays.copyOfRange(content, line + 1, content.length));
        if (head.isEmpty() || message.isEmpty()) {
            throw new IOException("not a stored mail: " + file);
        }
        keep(envelope(head.get()), message.get());
    }

    private void keep(Envelope envelope, Message message) {
        mails.put(envelope.id(), MailReader.mail(envelope, message));
        arrived = Math.max(arrived, Long.parseLong(envelope.id()));
    }

    /** Takes a mail; when this returns, it is on disk. */
    synchronized void add(
            String messageId,
            List<String> destinations,
            Map<String, String> tags,
            @Nullable String configurationSet,
            Instant sentAt,
            byte[] raw,
            Message message) {
        Envelope envelope =
                new Envelope(
                        "%08d".formatted(arrived + 1),
                        messageId,
                        destinations,
                        tags,
                        configurationSet,
                        sentAt);
        if (folder != null) {
            try (ByteArrayOutputStream content = new ByteArrayOutputStream()) {
                content.write(AwsJson.bytes(head(envelope)));
                content.write('\n');
                content.write(raw);
                DurableFile.write(folder.resolve(envelope.id() + ENDING), content.toByteArray());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        keep(envelope, message);
    }

    private static ObjectNode head(Envelope envelope) {
        ObjectNode head = AwsJson.object();
        head.put("id", envelope.id());
        head.put("messageId", envelope.messageId());
        ArrayNode destinations = head.putArray("destinations");
        envelope.destinations().forEach(destinations::add);
        ObjectNode tags = head.putObject("tags");
        envelope.tags().forEach(tags::put);
        head.put("configurationSet", envelope.configurationSet());
        head.put("sentAt", envelope.sentAt().toString());
        return head;
    }

    private static Envelope envelope(ObjectNode head) {
        List<String> destinations = new ArrayList<>();
        head.path("destinations").forEach(one -> destinations.add(one.asText()));
        Map<String, String> tags = new LinkedHashMap<>();
        head.path("tags")
                .properties()
                .forEach(tag -> tags.put(tag.getKey(), tag.getValue().asText()));
        return new Envelope(
                head.path("id").asText(),
                head.path("messageId").asText(),
                destinations,
                tags,
                head.path("configurationSet").textValue(),
                Instant.parse(head.path("sentAt").asText()));
    }

    @Override
    public synchronized List<Mail> newestFirst() {
        return new ArrayList<>(mails.values()).reversed();
    }

    @Override
    public synchronized Optional<Mail> find(String id) {
        return Optional.ofNullable(mails.get(id));
    }

    @Override
    public synchronized void empty() {
        for (String id : mails.keySet()) {
            if (folder != null) {
                try {
                    Files.deleteIfExists(folder.resolve(id + ENDING));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        }
        mails.clear();
    }
}
