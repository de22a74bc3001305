package io.leadmap.dynamodb;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.history.Commit;
import io.leadmap.domain.history.ContactEntry;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.history.EntryType;
import io.leadmap.domain.history.MailEntry;
import io.leadmap.domain.history.MapEntry;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.mail.EmailId;
import io.leadmap.domain.practice.Trigger;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.micronaut.json.tree.JsonNode;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Whatever the domain can say is read back as it was written. */
class CodecProperties {

    private static Commit again(Commit commit) {
        CommitJson.Parts parts = CommitJson.write(commit);
        return CommitJson.read(
                commit.firstSeq(), throughText(parts.open()), throughText(parts.sealed()));
    }

    private static TrustingView throughText(JsonNode node) {
        return LeadReader.tree(Json.text(node));
    }

    @Property(tries = 3000)
    void any_commit_is_read_as_it_was_written(@ForAll long seed) {
        Commit commit = any(seed);

        assertThat(again(commit)).isEqualTo(commit);
    }

    @Property(tries = 3000)
    void what_is_open_of_any_commit_is_read_without_a_key(@ForAll long seed) {
        Commit commit = any(seed);
        JsonNode open = CommitJson.write(commit).open();

        Commit read = CommitJson.read(commit.firstSeq(), throughText(open), TrustingView.BLANK);

        assertThat(CommitJson.write(read).open()).isEqualTo(open);
    }

    private static Commit any(long seed) {
        Anything anything = new Anything(seed);
        List<Entry> entries =
                IntStream.range(0, 4).mapToObj(i -> anything.of(Entry.class)).toList();
        return new Commit(
                Math.abs(seed % 1_000_000) + 1,
                anything.of(Instant.class),
                anything.of(Actor.class),
                anything.of(Cause.class),
                7,
                entries,
                seed % 2 == 0
                        ? new TreeMap<>()
                        : new TreeMap<>(
                                Map.of(
                                        1, anything.of(Trigger.Key.class),
                                        2, anything.of(Trigger.Key.class))));
    }

    @Example
    void every_type_of_entry_is_tried() {
        Set<EntryType> tried =
                LongStream.range(0, 5000)
                        .mapToObj(seed -> new Anything(seed).of(Entry.class).type())
                        .collect(Collectors.toSet());

        assertThat(tried).containsExactlyInAnyOrder(EntryType.values());
    }

    @Property(tries = 1000)
    void nothing_personal_is_open(@ForAll long seed) {
        String secret = "Monique-" + Math.abs(seed);
        for (Entry entry : personal(secret)) {
            Commit commit =
                    new Commit(
                            1,
                            Instant.EPOCH,
                            Actor.person("anna", secret, Set.of()),
                            new Cause(Cause.Kind.REQUEST, "r"),
                            1,
                            List.of(entry));
            CommitJson.Parts parts = CommitJson.write(commit);
            assertThat(Json.text(parts.open())).doesNotContain(secret);
            assertThat(Json.text(parts.sealed())).contains(secret);
        }
    }

    private static List<Entry> personal(String secret) {
        return Stream.<Entry>of(
                        new ContactEntry.NoteAdded(secret, null),
                        new ContactEntry.CallLogged(
                                ContactEntry.CallLogged.Outcome.REACHED, secret),
                        new MailEntry.EmailBounced(
                                new Anything(1).of(EmailId.class), true, false, secret),
                        new OwnerEntry.TransferDeclined("adam", secret),
                        new MapEntry.StepCompleted("intake", "why", new FieldValue.Text(secret)),
                        new RecordEntry.FieldChanged(
                                FieldKey.EMAIL, null, new FieldValue.Text(secret)))
                .toList();
    }
}
