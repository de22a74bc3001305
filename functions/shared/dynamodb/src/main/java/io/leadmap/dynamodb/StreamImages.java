package io.leadmap.dynamodb;

import io.leadmap.domain.appointment.Appointment;
import io.leadmap.domain.appointment.Candidate;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Countable;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.Histories.Appended;
import io.leadmap.ports.Histories.Chained;
import io.leadmap.ports.Inbox;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/**
 * Reads what a function needs of a stream record: its {@code NewImage} or {@code OldImage}, as
 * JSON. Empty for an item of another kind, so that a function simply passes over it.
 */
public final class StreamImages {

    private StreamImages() {}

    /**
     * A mail of the ledger and where it came to stand.
     *
     * @param notBefore when it may be tried; empty once it is settled
     */
    public record MailImage(EmailId id, MailState state, Optional<Instant> notBefore) {}

    /** The head of a lead, as far as it is open. */
    public record HeadImage(
            PracticeId practice, LeadId lead, Countable countable, Candidate candidate) {

        /**
         * Stands for its names and for where it is on the Lead Sheet; the same as long as these
         * are.
         */
        public List<Object> named() {
            return List.of(candidate.contact(), countable.dates().created());
        }
    }

    /** An item of {@code MailTable}; empty for written texts. */
    public static Optional<MailImage> mail(@Nullable JsonNode image) {
        return text(image, "id")
                .flatMap(id ->
                        text(image, MailItem.STATE)
                                .map(state ->
                                        new MailImage(
                                                new EmailId(id),
                                                MailState.valueOf(state),
                                                text(image, MailItem.NOT_BEFORE)
                                                        .map(Times::read))));
    }

    /** An item of {@code HistoryTable}, as far as it is open. */
    public static Optional<Appended> appended(@Nullable JsonNode image) {
        Optional<String> pk = text(image, Keys.PK);
        Optional<String> sk = text(image, Keys.SK);
        Optional<String> open = text(image, Projected.OPEN);
        Optional<String> hash = attribute(image, HeadItem.HASH, "B");
        if (pk.isEmpty() || sk.isEmpty() || open.isEmpty() || hash.isEmpty()) {
            return Optional.empty();
        }
        Commit commit =
                CommitJson.read(
                        Long.parseLong(sk.get()), LeadReader.tree(open.get()), TrustingView.BLANK);
        return Optional.of(
                new Appended(
                        Keys.practiceOf(pk.get()),
                        Keys.leadOf(pk.get()),
                        new Chained(commit, Seal.hex(Base64.getDecoder().decode(hash.get())))));
    }

    /** An item of {@code LeadsTable}; empty for all but heads. */
    public static Optional<HeadImage> head(@Nullable JsonNode image) {
        Optional<String> pk = text(image, Keys.PK);
        Optional<String> open = text(image, Projected.OPEN);
        if (pk.isEmpty()
                || open.isEmpty()
                || !text(image, Keys.SK).equals(Optional.of(Keys.HEAD))) {
            return Optional.empty();
        }
        TrustingView row = LeadReader.tree(open.get());
        Countable countable =
                new Countable(
                        row.choice(Status.class, "status"),
                        SheetRowJson.suspensions(row),
                        SheetRowJson.dates(row),
                        row.text("division"),
                        row.textOrNull("source"),
                        row.textOrNull("owner"));
        return Optional.of(
                new HeadImage(
                        Keys.practiceOf(pk.get()),
                        Keys.leadOf(pk.get()),
                        countable,
                        candidate(countable, row, image)));
    }

    /** A head's personal part is sealed so that the same is the same again. */
    private static Candidate candidate(Countable lead, TrustingView row, @Nullable JsonNode image) {
        Appointment.State appointment = SheetRowJson.appointment(row);
        return new Candidate(
                lead.status(),
                appointment != null && appointment.isLive(),
                lead.division(),
                lead.dates().entered(),
                SheetRowJson.patient(row),
                attribute(image, Projected.SEALED, "B").orElse(""));
    }

    /**
     * An event in {@code InboxTable} that is not done with; empty for snapshots, patients and what
     * is done.
     */
    public static Optional<Inbox.Key> inbox(@Nullable JsonNode image) {
        Optional<String> pk = text(image, Keys.PK);
        Optional<String> sk = text(image, Keys.SK);
        boolean waits = text(image, WorkIndex.WAITING.partition()).isPresent();
        return waits && pk.isPresent() && sk.isPresent()
                ? Optional.of(Keys.inboxKey(pk.get(), sk.get()))
                : Optional.empty();
    }

    private static Optional<String> text(@Nullable JsonNode image, String name) {
        return attribute(image, name, "S");
    }

    private static Optional<String> attribute(@Nullable JsonNode image, String name, String type) {
        JsonNode attribute = image == null ? null : image.get(name);
        JsonNode value = attribute == null ? null : attribute.get(type);
        return Optional.ofNullable(value).map(JsonNode::getStringValue);
    }
}
