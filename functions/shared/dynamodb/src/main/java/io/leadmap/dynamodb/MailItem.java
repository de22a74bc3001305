package io.leadmap.dynamodb;

import io.leadmap.domain.decide.Decision.Settlement;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Outcome;
import io.leadmap.domain.mail.Standing;
import io.leadmap.domain.mail.Waiting;
import io.leadmap.json.Json;
import io.leadmap.json.JsonObject;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.MailLedger.Posted;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A mail in the ledger, at most 0.5 KB: addresses and the values of placeholders are sealed with
 * the lead's key, written text is an item apart that is written once. A mail that is not settled
 * has a place in the index of what is waited for.
 */
final class MailItem {

    static final String STATE = "state";
    static final String SINCE = "since";
    static final String TOKEN = "token";
    static final String WAITING = "waiting";
    private static final String TOLD = "told";
    private static final String ASKED = "asked";

    /** What {@code byWaiting} calls mails that are queued or claimed. */
    static final String OPEN = "OPEN";

    static final String NOT_BEFORE = "notBefore";

    /** Where it goes, if that has changed since it was decided. */
    private static final String ADDRESS = "address";

    private static final String WAITS_FOR = "waitsFor";
    private static final String WAITS_SINCE = "waitsSince";
    private static final String FOUND = "found";

    private MailItem() {}

    /** What the item says while nobody has claimed the mail. */
    static Item queued(Email email, long configuration, Instant at, byte[] dataKey) {
        Keys.Key key = Keys.mail(email.id());
        JsonObject personal =
                Json.object()
                        .put("to", email.to())
                        .put("from", email.from())
                        .putIfPresent("replyTo", email.replyTo());
        if (!email.copies().isEmpty()) {
            personal.putTexts("copies", email.copies());
        }
        Item item =
                Item.with(key)
                        .text("id", email.id().value())
                        .text("kind", email.kind().name())
                        .text("campaign", email.campaignId())
                        .number("configuration", configuration)
                        .text(STATE, MailState.QUEUED.name())
                        .instant(SINCE, at)
                        .text(WAITING, waiting(MailState.QUEUED, email.id()).orElseThrow())
                        .text(NOT_BEFORE, Times.sortable(at));
        if (email.text() instanceof Email.Text.OfMacro macro) {
            item.text("macro", macro.macroId()).number("macroVersion", macro.version());
            JsonObject values = Json.object();
            new TreeMap<>(macro.values()).forEach(values::put);
            personal.put("values", values);
        }
        return item.bytes(
                Projected.SEALED, Seal.seal(dataKey, key.identity(), Json.write(personal.node())));
    }

    /** The item with written text, if the mail has one. */
    static Optional<Item> text(Email email, byte[] dataKey) {
        if (email.text() instanceof Email.Text.Written(String subject, String html)) {
            Keys.Key key = Keys.mailText(email.id());
            JsonNode text = Json.object().put("subject", subject).put("html", html).node();
            return Optional.of(
                    Item.with(key)
                            .bytes(
                                    Projected.SEALED,
                                    Seal.seal(dataKey, key.identity(), Json.write(text))));
        }
        return Optional.empty();
    }

    /**
     * The partition of the index in which a mail of this state is found; empty for states that
     * nobody waits to end.
     */
    static Optional<String> waiting(MailState state, EmailId id) {
        int shard = Keys.shard(id.value());
        return switch (state) {
            case QUEUED, CLAIMED -> Optional.of(Keys.waiting(OPEN, shard));
            case UNCERTAIN, SKIPPED, SENT, SOFT_BOUNCED, DELIVERED, FAILED, BOUNCED, COMPLAINED ->
                    Optional.empty();
        };
    }

    /** Whether a mail is claimed, or queued and may be tried. */
    static boolean isDue(Item mail, Instant now) {
        MailState state = MailState.valueOf(mail.text(STATE));
        return state == MailState.CLAIMED
                || (state == MailState.QUEUED && !Times.read(mail.text(NOT_BEFORE)).isAfter(now));
    }

    /** Whether a mail is queued for a time that is still to come. */
    static boolean isLater(Item mail, Instant now) {
        return MailState.valueOf(mail.text(STATE)) == MailState.QUEUED && !isDue(mail, now);
    }

    /** An update that moves a mail: its expression, names and values. */
    record Move(String expression, Map<String, String> names, Map<String, AttributeValue> values) {}

    /** Lets a queued mail be tried at once. */
    static Move release(Instant now) {
        return new Move(
                "SET #notBefore = :notBefore REMOVE #waitsFor, #waitsSince, #found",
                Map.of(
                        "#state", STATE,
                        "#notBefore", NOT_BEFORE,
                        "#waitsFor", WAITS_FOR,
                        "#waitsSince", WAITS_SINCE,
                        "#found", FOUND),
                Map.of(
                        ":from", AttributeValue.fromS(MailState.QUEUED.name()),
                        ":notBefore", AttributeValue.fromS(Times.sortable(now))));
    }

    /** What a settlement does, sealed where it names an address. */
    static Move move(Settlement settlement, Instant at, byte[] dataKey) {
        Move move =
                settlement.to().state() == MailState.QUEUED
                        ? release(at)
                        : move(settlement.emailId(), settlement.from(), settlement.to(), at);
        String address = settlement.address();
        if (address == null) {
            return move;
        }
        Map<String, String> names = new TreeMap<>(move.names());
        Map<String, AttributeValue> values = new TreeMap<>(move.values());
        names.put("#address", ADDRESS);
        values.put(":address", sealed(settlement.emailId(), address, dataKey));
        return new Move(
                "SET #address = :address, " + move.expression().substring("SET ".length()),
                names,
                values);
    }

    /** Gives a claimed mail another address. */
    static Move readdress(EmailId id, String address, byte[] dataKey) {
        return new Move(
                "SET #address = :address",
                Map.of("#state", STATE, "#address", ADDRESS),
                Map.of(
                        ":from", AttributeValue.fromS(MailState.CLAIMED.name()),
                        ":address", sealed(id, address, dataKey)));
    }

    private static AttributeValue sealed(EmailId id, String address, byte[] dataKey) {
        return AttributeValue.fromB(
                SdkBytes.fromByteArray(
                        Seal.seal(
                                dataKey,
                                addressed(Keys.mail(id)),
                                address.getBytes(StandardCharsets.UTF_8))));
    }

    private static String addressed(Keys.Key mail) {
        return mail.identity() + "#" + ADDRESS;
    }

    /** Puts a claimed mail back into the queue; its place in the index moves on. */
    static Move putBack(Waiting waiting, Instant now) {
        return new Move(
                "SET #state = :to, #since = :since, #notBefore = :notBefore, #waitsFor = :waitsFor,"
                        + " #waitsSince = :waitsSince, #found = :found",
                Map.of(
                        "#state", STATE,
                        "#since", SINCE,
                        "#notBefore", NOT_BEFORE,
                        "#waitsFor", WAITS_FOR,
                        "#waitsSince", WAITS_SINCE,
                        "#found", FOUND),
                Map.of(
                        ":from", AttributeValue.fromS(MailState.CLAIMED.name()),
                        ":to", AttributeValue.fromS(MailState.QUEUED.name()),
                        ":since", Item.seconds(now),
                        ":notBefore", AttributeValue.fromS(Times.sortable(waiting.notBefore())),
                        ":waitsSince", Item.seconds(waiting.since()),
                        ":waitsFor", AttributeValue.fromS(waiting.reason().name()),
                        ":found", AttributeValue.fromS(waiting.found())));
    }

    /** Moves a mail that stands at {@code :from}; once it is settled it leaves the index. */
    static Move move(EmailId id, MailState from, Standing to, Instant at) {
        Map<String, String> names = new TreeMap<>(Map.of("#state", STATE, "#told", TOLD));
        Map<String, AttributeValue> values =
                new TreeMap<>(
                        Map.of(
                                ":from", AttributeValue.fromS(from.name()),
                                ":to", AttributeValue.fromS(to.state().name()),
                                ":told", AttributeValue.fromS(words(to.told()))));
        String expression = "SET #state = :to, #told = :told";
        if (to.state() != from) {
            expression += ", #since = :since";
            names.put("#since", SINCE);
            values.put(":since", Item.seconds(at));
        }
        if (to.asked() != null) {
            expression += ", #asked = :asked";
            names.put("#asked", ASKED);
            values.put(":asked", AttributeValue.fromS(to.asked()));
        }
        if (waiting(from, id).isPresent() && waiting(to.state(), id).isEmpty()) {
            names.put("#waiting", WAITING);
            names.put("#notBefore", NOT_BEFORE);
            expression += " REMOVE #waiting, #notBefore";
        }
        return new Move(expression, names, values);
    }

    /**
     * @param text the item with the written text, null if the mail has none
     */
    static Posted read(Item item, @Nullable Item text, byte[] dataKey) {
        TrustingView personal = open(item, dataKey);
        Email email =
                new Email(
                        new EmailId(item.text("id")),
                        Email.Kind.valueOf(item.text("kind")),
                        to(item, personal, dataKey),
                        personal.texts("copies"),
                        personal.text("from"),
                        personal.textOrNull("replyTo"),
                        text == null ? ofMacro(item, personal) : written(open(text, dataKey)),
                        item.textOrNull("campaign"));
        return new Posted(
                email,
                item.number("configuration"),
                standing(item),
                item.instant(SINCE),
                item.textOrNull(TOKEN),
                waiting(item));
    }

    private static String to(Item item, TrustingView personal, byte[] dataKey) {
        return item.has(ADDRESS)
                ? new String(
                        Seal.open(dataKey, addressed(item.key()), item.bytes(ADDRESS)),
                        StandardCharsets.UTF_8)
                : personal.text("to");
    }

    private static @Nullable Waiting waiting(Item item) {
        String reason = item.textOrNull(WAITS_FOR);
        return reason == null || !item.has(NOT_BEFORE)
                ? null
                : new Waiting(
                        item.instant(WAITS_SINCE),
                        Times.read(item.text(NOT_BEFORE)),
                        Waiting.Reason.valueOf(reason),
                        item.text(FOUND));
    }

    private static Standing standing(Item item) {
        MailState state = MailState.valueOf(item.text(STATE));
        String told = item.textOrNull(TOLD);
        Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
        if (told != null && !told.isEmpty()) {
            for (String word : told.split(" ", -1)) {
                outcomes.add(Outcome.valueOf(word));
            }
        }
        String asked = state == MailState.UNCERTAIN ? item.textOrNull(ASKED) : null;
        return new Standing(state, outcomes, asked);
    }

    private static String words(Set<Outcome> told) {
        return told.stream().map(Outcome::name).collect(Collectors.joining(" "));
    }

    private static Email.Text ofMacro(Item item, TrustingView personal) {
        return new Email.Text.OfMacro(
                item.text("macro"),
                Math.toIntExact(item.number("macroVersion")),
                personal.map("values", TrustingView::text));
    }

    private static Email.Text written(TrustingView text) {
        return new Email.Text.Written(text.text("subject"), text.text("html"));
    }

    private static TrustingView open(Item item, byte[] dataKey) {
        String identity = item.key().identity();
        byte[] plain = Seal.open(dataKey, identity, item.bytes(Projected.SEALED));
        return LeadReader.tree(new String(plain, StandardCharsets.UTF_8));
    }
}
