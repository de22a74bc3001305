package io.leadmap.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.appointment.Patient;
import io.leadmap.domain.decide.Command;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Fields;
import io.leadmap.domain.message.Message;
import io.leadmap.domain.practice.Practice;

import org.junit.jupiter.api.Test;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Text enters the domain as a part of a record, and a record's constructor brings it into the form
 * in which it is kept (domain section 2, text). This looks at every record that can be reached from
 * commands, patients, to-dos, messages and a practice's configuration: a text that is added to one
 * of them is either normalised there or named here as an id, a key or what else is no text that
 * people write.
 */
class KeptTextTest {

    private static final List<Class<?>> ROOTS =
            List.of(Command.class, Patient.class, ToDo.class, Message.class, Practice.class);

    /** Ids and keys: {@code RECORD.component}, or {@code *.component} wherever it stands. */
    private static final Set<String> NO_TEXT =
            Set.of(
                    "*.id",
                    "*.key",
                    "*.parent",
                    "*.assignee",
                    "*.owner",
                    "*.division",
                    "*.source",
                    "*.pmsId",
                    "*.copies",
                    "*.colour",
                    "*.country",
                    "*.currency",
                    "*.origins",
                    "*.provider",
                    "*.secrets",
                    "*.locations",
                    "*.textHash",
                    "FormField.name",
                    "DripCampaign.former",
                    "RequestTransfer.to",
                    "ToDo.author",
                    "Message.author",
                    "Message.to",
                    "Message.readBy",
                    "Person.subject",
                    "Standing.asked",
                    "Phone.number",
                    "Phone.extension",
                    "FieldKey.value",
                    "LeadId.value",
                    "EmailId.value",
                    "PracticeId.value");

    /** Texts that are normalised elsewhere, or that no person wrote. */
    private static final Set<String> ELSEWHERE =
            Set.of(
                    "Text.value", // by Fields, which know what field it is for
                    "Unread.message", // ours
                    "Consent.wording", // the form's
                    "SettleEmail.to", // the ledger's
                    "Unsubscribe.to", // the ledger's
                    "LiftSuppression.address", // as the address is known
                    "Sent.subject", // the ledger's
                    "Email.to", // the ledger's, so are the next
                    "Email.from",
                    "Email.replyTo",
                    "Written.subject",
                    "Written.html",
                    "OfMacro.values",
                    "*.reason"); // the mail service's words, or ours

    private final Specimens specimens = new Specimens();

    @Test
    void every_text_is_kept_in_one_form() {
        List<String> raw = new ArrayList<>();
        for (Class<?> type : texts()) {
            Object specimen = specimens.of(type);
            for (RecordComponent component : type.getRecordComponents()) {
                String name = type.getSimpleName() + "." + component.getName();
                if (Specimens.holdsText(component.getGenericType())
                        && !isId(component.getName())
                        && !NO_TEXT.contains(name)
                        && !NO_TEXT.contains("*." + component.getName())
                        && !ELSEWHERE.contains(name)
                        && !ELSEWHERE.contains("*." + component.getName())
                        && !Specimens.KEPT.containsAll(Specimens.texts(specimen, component))) {
                    raw.add(name);
                }
            }
        }
        assertThat(raw).isEmpty();
    }

    @Test
    void what_is_named_as_no_text_is_there() {
        Set<String> there = new TreeSet<>();
        for (Class<?> type : texts()) {
            for (RecordComponent component : type.getRecordComponents()) {
                there.add(type.getSimpleName() + "." + component.getName());
                there.add("*." + component.getName());
            }
        }
        assertThat(there).containsAll(NO_TEXT).containsAll(ELSEWHERE);
    }

    @Test
    void a_field_is_kept_as_one_line_but_the_comment_and_ids() {
        FieldValue raw = new FieldValue.Text(Specimens.RAW);
        for (FieldKey key :
                Stream.concat(FieldKey.STANDARD.stream(), Stream.of(FieldKey.custom("referral")))
                        .toList()) {
            String kept =
                    key.isReference()
                            ? Specimens.RAW
                            : key.equals(FieldKey.COMMENT)
                                    ? Prose.of(Specimens.RAW)
                                    : Line.of(Specimens.RAW);
            assertThat(Fields.of(Map.of(key, raw)).text(key)).isEqualTo(kept);
            assertThat(new Command.EditFields(Map.of(key, Optional.of(raw))).changes().get(key))
                    .contains(new FieldValue.Text(kept));
        }
        assertThat(Fields.of(Map.of(FieldKey.NAME, new FieldValue.Text("\u00a0"))))
                .isEqualTo(Fields.NONE);
    }

    private static boolean isId(String component) {
        return component.endsWith("Id");
    }

    private Set<Class<?>> texts() {
        Set<Class<?>> found = specimens.recordsFrom(ROOTS);
        assertThat(found).hasSizeGreaterThan(50);
        return found;
    }
}
