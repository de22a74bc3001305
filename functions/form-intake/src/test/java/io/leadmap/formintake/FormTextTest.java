package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.Lead;
import io.leadmap.domain.lead.SuspensionCause;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One person, however the name is written (domain section 2, text and the same person). */
class FormTextTest {

    private final FormDesk desk = new FormDesk();

    @ParameterizedTest
    @CsvSource({
        "In\u00e8s D'Arcy, Ine\u0300s D\u2019Arcy",
        "Ines D'Arcy, IN\u00c8S D\u02bcARCY",
        "Jan van Dijk, Jan\u00a0van\u00a0Dijk",
        "Jan van Dijk, Jan\u3000van\u2009Dijk\u00a0",
        "Jan van Dijk, \u202eJan\u200b van Dijk",
        "\u5c71\u7530\u3000\u592a\u90ce, \u5c71\u7530 \u592a\u90ce",
        "\u0130lkay I\u015f\u0131k, ilkay I\u015eIK"
    })
    void a_second_submission_joins_by_phone_or_by_email(String name, String again) {
        for (Map<String, String> contact :
                List.of(
                        Map.of("phone", "0412 555 123"),
                        Map.of("email", "someone@example.com"),
                        Map.of("phone", "0412 555 124", "email", "else@example.com"))) {
            submit(name, contact, "first");
            submit(again, contact, "second");
        }
        assertThat(leads()).hasSize(3).allMatch(lead -> lead.suspension().duplicateOf() == null);
        assertThat(leads()).allMatch(lead -> desk.formsReceived(lead) == 2);
    }

    @Test
    void a_space_of_any_kind_is_trimmed_from_an_email() {
        submit("Tim Cook", Map.of("email", "\u2003tim@example.com\u00a0"), "hello");
        assertThat(leads()).singleElement().extracting(Lead::email).isEqualTo("tim@example.com");
    }

    @Test
    void what_nobody_sees_is_not_kept() {
        submit(
                "Tim\u202e\u2066 \u00a0 Cook\u0007\ufeff",
                Map.of("email", "tim@example.com", "custom.referral", "\u200bDr\u00a0Who\n"),
                "one\r\ntwo\u202e \ud83d\udc68\u200d\ud83d\udc69");
        Lead tim = leads().getFirst();
        assertThat(tim.personName()).isEqualTo("Tim Cook");
        assertThat(tim.fields().text(FieldKey.custom("referral"))).isEqualTo("Dr Who");
        assertThat(messages(tim)).containsExactly("one\ntwo \ud83d\udc68\u200d\ud83d\udc69");
    }

    @Test
    void a_name_is_split_at_its_last_space_of_any_kind() {
        submit("Jan\u2009van\u3000Dijk", Map.of("phone", "0412 555 123"), "hello");
        Lead jan = leads().getFirst();
        assertThat(jan.fields().text(FieldKey.FIRST_NAME)).isEqualTo("Jan van");
        assertThat(jan.fields().text(FieldKey.LAST_NAME)).isEqualTo("Dijk");
    }

    @ParameterizedTest
    @CsvSource({"'\u00a0'", "'\u200b\u202e'", "'\u3164'"})
    void a_name_that_shows_nothing_is_missing(String name) {
        assertThat(desk.program("{\"fullName\":\"" + name + "\",\"email\":\"a@b.example\"}").text())
                .contains("fullName");
        assertThat(leads()).isEmpty();
    }

    @Test
    void length_counts_what_is_kept() {
        String name = "e\u0301".repeat(100) + "\u00a0".repeat(50);
        submit(name, Map.of("email", "tim@example.com"), "hello");
        assertThat(leads().getFirst().personName()).isEqualTo("\u00e9".repeat(100));
    }

    @Test
    void a_name_that_is_too_long_is_suspected_in_whatever_characters() {
        submit("\ud83d\ude00".repeat(81), Map.of("email", "tim@example.com"), "hello");
        submit("\ud83d\ude00".repeat(80), Map.of("email", "ann@example.com"), "hello");
        assertThat(leads())
                .extracting(lead -> lead.suspension().isFor(SuspensionCause.SPAM))
                .containsExactly(true, false);
    }

    @Test
    void two_people_of_a_family_are_told_apart_by_marks_that_make_another_word() {
        submit("\u0905\u0928\u093f\u0932 Rao", Map.of("phone", "0412 555 123"), "one");
        submit("\u0905\u0928\u0940\u0932 Rao", Map.of("phone", "0412 555 123"), "two");
        assertThat(leads()).hasSize(2);
    }

    private void submit(String name, Map<String, String> contact, String message) {
        Map<String, String> fields = new HashMap<>(contact);
        fields.put("fullName", name);
        fields.put("message", message);
        assertThat(desk.browser(fields).status()).isEqualTo(303);
    }

    private List<Lead> leads() {
        return desk.everyLead();
    }

    private List<String> messages(Lead lead) {
        return desk.store.histories().read(desk.practice.id(), lead.id()).stream()
                .flatMap(commit -> commit.entries().stream())
                .filter(RecordEntry.FormReceived.class::isInstance)
                .map(RecordEntry.FormReceived.class::cast)
                .map(RecordEntry.FormReceived::message)
                .toList();
    }
}
