package io.leadmap.dynamodb;

import io.leadmap.domain.decide.DueKey;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.report.Row;
import io.leadmap.ports.Inbox;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.AttributeValue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Map;

/**
 * Every key of every table, as {@code infrastructure/data/TABLES.md} lists them. Each begins with
 * its practice (architecture decision 6), but those of the work indexes, which hold ids and times
 * only.
 */
final class Keys {

    static final String PK = "pk";
    static final String SK = "sk";

    /**
     * How many partitions each work index has for one kind of work. Every sweep asks each of them,
     * and each takes 1,000 writes a second.
     */
    static final int SHARDS = 2;

    static final String HEAD = "head";
    static final String PERSON = "person";
    static final String APPOINTMENT = "appointment";
    static final String MAP = "map#";
    static final String DRIP = "drip#";
    static final String TEXT = "#text";

    /** In bytes; a sort key has 1024, and some have a prefix. */
    private static final int LONGEST_ID = 1000;

    private Keys() {}

    /** The key of one item. */
    record Key(String pk, String sk) {

        Map<String, AttributeValue> attributes() {
            return Map.of(PK, AttributeValue.fromS(pk), SK, AttributeValue.fromS(sk));
        }

        /** Binds what is sealed to the item that it is sealed in. */
        String identity() {
            return pk + "/" + sk;
        }
    }

    /** Tells whether an id that a stranger names can end a sort key at all. */
    static boolean canBeId(String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        return bytes > 0 && bytes <= LONGEST_ID;
    }

    // ------------------------------------------------------------ leads, history, mail

    static String lead(PracticeId practice, LeadId lead) {
        return practice + "#" + lead;
    }

    static Key head(PracticeId practice, LeadId lead) {
        return new Key(lead(practice, lead), HEAD);
    }

    static Key person(PracticeId practice, LeadId lead) {
        return new Key(lead(practice, lead), PERSON);
    }

    /**
     * @param run from 1
     */
    static Key map(PracticeId practice, LeadId lead, int run) {
        return new Key(lead(practice, lead), "%s%04d".formatted(MAP, run));
    }

    static Key drip(PracticeId practice, LeadId lead, String campaign) {
        return new Key(lead(practice, lead), DRIP + campaign);
    }

    static Key appointment(PracticeId practice, LeadId lead) {
        return new Key(lead(practice, lead), APPOINTMENT);
    }

    static PracticeId practiceOf(String leadKey) {
        return new PracticeId(leadKey.substring(0, leadKey.indexOf('#')));
    }

    static LeadId leadOf(String leadKey) {
        return new LeadId(leadKey.substring(leadKey.indexOf('#') + 1));
    }

    static Key commit(PracticeId practice, LeadId lead, long firstSeq) {
        return new Key(lead(practice, lead), seq(firstSeq));
    }

    static String seq(long seq) {
        return "%012d".formatted(seq);
    }

    static Key mail(EmailId id) {
        String[] parts = id.value().split("-", -1);
        return new Key(
                lead(id.practice(), id.lead()),
                "%s-%03d".formatted(seq(Long.parseLong(parts[2])), Integer.parseInt(parts[3])));
    }

    static Key mailText(EmailId id) {
        Key mail = mail(id);
        return new Key(mail.pk(), mail.sk() + TEXT);
    }

    // ------------------------------------------------------------ practice

    static Key newestConfiguration(PracticeId practice) {
        return new Key(practice + "#config", "newest");
    }

    static Key configuration(PracticeId practice, long version) {
        return new Key(practice + "#config", "%08d".formatted(version));
    }

    /** Ids hold no capital, so that a policy that names this ending names nothing else. */
    static Key signIns(PracticeId practice) {
        return new Key(practice + "#signIns", "bindings");
    }

    static Key practiceKey(PracticeId practice, int generation) {
        return new Key(practice + "#key", "%04d".formatted(generation));
    }

    /**
     * @param hmac of the email or phone, under the practice's key
     */
    static Key guard(PracticeId practice, String hmac) {
        return new Key(practice + "#g#" + hmac, "guard");
    }

    /** The addresses that something is known of: one query lists them. */
    static String addresses(PracticeId practice) {
        return practice + "#x";
    }

    /**
     * @param hmac of the address, the same as in its guard
     */
    static Key address(PracticeId practice, String hmac) {
        return new Key(addresses(practice), hmac);
    }

    /**
     * @param hash of the caller's key, which may be any text
     */
    static Key answer(PracticeId practice, String hash) {
        return new Key(practice + "#i#" + hash, "answer");
    }

    /**
     * @param hmac of the address and the minute
     */
    static Key submissions(PracticeId practice, String hmac) {
        return new Key(practice + "#f#" + hmac, "count");
    }

    /**
     * @param kind what is counted apart
     * @param hour hours since 1970
     */
    static Key mailsOfHour(PracticeId practice, String kind, long hour) {
        return new Key(practice + "#m#" + kind + "#" + hour, "count");
    }

    static String toDos(PracticeId practice, @Nullable String assignee) {
        return practice + "#t#" + (assignee == null ? "" : assignee);
    }

    static String messages(PracticeId practice, String person) {
        return practice + "#n#" + person;
    }

    // ------------------------------------------------------------ PMS

    static Key inbox(Inbox.Key key) {
        return new Key(key.practice() + "#e#" + key.connectionId(), key.eventId());
    }

    static Inbox.Key inboxKey(String pk, String sk) {
        String[] parts = pk.split("#", 3);
        return new Inbox.Key(new PracticeId(parts[0]), parts[2], sk);
    }

    static Key snapshot(PracticeId practice, String connection, String appointment) {
        return new Key(practice + "#a#" + connection, appointment);
    }

    /** Names the appointments of a patient. */
    static String appointmentsOf(PracticeId practice, String connection, String patient) {
        return practice + "#b#" + connection + "#" + patient;
    }

    static Key patient(PracticeId practice, String connection, String patient) {
        return new Key(practice + "#p#" + connection, patient);
    }

    /** Names the patients that share an email or a phone. */
    static String patientsSharing(PracticeId practice, String hmac) {
        return practice + "#h#" + hmac;
    }

    // ------------------------------------------------------------ counts

    static String days(PracticeId practice) {
        return practice + "#d";
    }

    static String facts(PracticeId practice, Row row) {
        return practice + "#" + row;
    }

    static Key fact(PracticeId practice, Row row, LocalDate day, LeadId lead) {
        return new Key(facts(practice, row), day + "#" + lead);
    }

    static Key progress(PracticeId practice, LeadId lead) {
        return new Key(practice + "#s#" + lead, "progress");
    }

    /** Leads by the beginnings of their names. */
    static String names(PracticeId practice) {
        return practice + "#n";
    }

    /** Lists what a lead is found by. */
    static Key names(PracticeId practice, LeadId lead) {
        return new Key(progress(practice, lead).pk(), "names");
    }

    // ------------------------------------------------------------ indexes

    /** The partition of the indexes by created and by booked. */
    static String sheet(PracticeId practice) {
        return practice.value();
    }

    /** The partition of the index by owner and created. */
    static String ownedBy(PracticeId practice, @Nullable String owner) {
        return practice + "#" + (owner == null ? "" : owner);
    }

    /** The partition of the index of leads that wait, by whose they are. */
    static String today(PracticeId practice, @Nullable String whose) {
        return ownedBy(practice, whose);
    }

    /** The partition of the index of what is due: what is asked for together stands together. */
    static String due(PracticeId practice, DueKey key) {
        String what =
                switch (key) {
                    case DueKey.Unreached(int attempts, boolean proposed) ->
                            proposed ? "PROPOSED" : "UNREACHED";
                    case DueKey.Drip drip -> "DRIP";
                    case DueKey.PaidVisit(boolean byHand) -> byHand ? "PAID_BY_HAND" : "PAID";
                };
        return practice + "#" + what;
    }

    /** What stands before the time in the sort key of the index of what is due. */
    static String duePrefix(DueKey key) {
        return switch (key) {
            case DueKey.Unreached(int attempts, boolean proposed) -> "%02d#".formatted(attempts);
            case DueKey.Drip(String campaign, String last) ->
                    campaign + "#" + (last == null ? "" : last) + "#";
            case DueKey.PaidVisit paid -> "#";
        };
    }

    /** The one partition of the index that lists practices. */
    static final String EVERY_PRACTICE = "practice";

    /**
     * @param what of a mail or an event is waited for
     */
    static String waiting(String what, int shard) {
        return what + "#" + shard;
    }

    /** The shard of anything that is named by this text; the same on every machine. */
    static int shard(String name) {
        return Math.floorMod(name.hashCode(), SHARDS);
    }
}
