package io.leadmap.domain.decide;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.SamplePractice;
import io.leadmap.domain.Story;
import io.leadmap.domain.history.Entry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.mail.MailState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fields: how values are read by their definition, and edits (domain section 2). */
class FieldTest {

    private static final String DAY = "Write a day such as 2026-12-31.";

    @Test
    void every_edit_records_field_old_value_and_new_value() {
        Story story = Story.ofMonique().then(Story.edit("lastName", " Leigh "));
        assertThat(story.entries())
                .containsExactly(
                        new Entry.FieldChanged(FieldKey.LAST_NAME, text("Lee"), text("Leigh")));
        assertThat(story.lead().version()).isEqualTo(2);
    }

    @Test
    void an_edit_to_the_same_value_is_no_change() {
        Story.ofMonique()
                .thenNothing(
                        Story.edit(
                                "lastName",
                                "Lee",
                                "comment",
                                "",
                                "divisionId",
                                "root",
                                "sourceId",
                                ""));
    }

    @Test
    void the_lead_name_defaults_to_the_persons_name_and_may_be_edited() {
        Story story = Story.ofMonique().then(Story.edit("name", "Monique Lee - massage"));
        assertThat(story.lead().displayName()).isEqualTo("Monique Lee - massage");
        assertThat(story.then(Story.edit("name", "")).lead().displayName())
                .isEqualTo("Monique Lee");
    }

    @Test
    void removing_the_last_of_phone_and_email_is_refused() {
        String message = "Keep a phone number or an email address: a lead needs one.";
        assertThat(Story.ofMonique().refused(Story.edit("phone", "", "email", "")))
                .isEqualTo(new Refusal.Invalid("email", message));
        Story phoneOnly = Story.ofMonique().then(Story.edit("email", ""));
        assertThat(phoneOnly.refused(Story.edit("phone", "")))
                .isEqualTo(new Refusal.Invalid("phone", message));
        phoneOnly.then(Story.edit("phone", "", "email", "m@example.com"));
    }

    @Test
    void removing_the_last_name_of_all_is_refused() {
        Story story = Story.ofMonique().then(Story.edit("firstName", ""));
        assertThat(story.refused(Story.edit("lastName", "")))
                .isEqualTo(
                        new Refusal.Invalid(
                                "firstName",
                                "Keep a first name or a last name: a lead needs one."));
        story.then(Story.edit("firstName", "Mona")).then(Story.edit("lastName", ""));
    }

    @Test
    void division_and_source_are_chosen_from_the_practices() {
        Story story =
                Story.ofMonique().then(Story.edit("divisionId", "city", "sourceId", "friend"));
        assertThat(story.lead().division()).isEqualTo("city");
        assertThat(story.lead().source()).isEqualTo("friend");
        assertThat(story.then(Story.edit("sourceId", "")).lead().source()).isNull();
        assertThat(story.refused(Story.edit("divisionId", "", "sourceId", "moon")))
                .isEqualTo(
                        new Refusal.Invalid(
                                List.of(
                                        new Refusal.FieldError(
                                                "divisionId",
                                                "Choose one of the practice's divisions."),
                                        new Refusal.FieldError(
                                                "sourceId",
                                                "Choose one of the practice's sources, or add it"
                                                        + " first."))));
        assertThat(story.refused(Story.edit("divisionId", "moon")))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(story.refused(edit("sourceId", new FieldValue.Flag(true))))
                .isInstanceOf(Refusal.Invalid.class);
        assertThat(story.refused(edit("divisionId", new FieldValue.Flag(true))))
                .isInstanceOf(Refusal.Invalid.class);
    }

    @Test
    void another_address_has_neither_bounced_nor_complained() {
        Story story = Story.ofEnquiry();
        var mail = story.lead().pendingMail().firstKey();
        story.then(
                new Command.SettleEmail(
                        mail,
                        "monique@example.com",
                        MailState.SENT,
                        new Command.SettleEmail.News.Bounced(true, "gone")));
        assertThat(story.lead().mailBlock()).isNotNull();
        story.then(Story.edit("comment", "call"));
        assertThat(story.lead().mailBlock()).isNotNull();
        story.then(Story.edit("email", "new@example.com"));
        assertThat(story.lead().mailBlock()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m@example.com",
                "Monique.Lee+web@mail.example.co.uk",
                "o'neill_1@x-y.example",
                "a@b.cd"
            })
    void an_email_address_is_kept_as_typed(String address) {
        assertThat(read("email", text(address))).isEqualTo(new FieldInput.Read(text(address)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m",
                "m@",
                "@example.com",
                "m@example",
                "m m@example.com",
                ".m@example.com",
                "m..n@example.com",
                "m@-example.com",
                "m@example.c",
                "m@example.com, n@example.com",
                "Monique <m@example.com>",
                "12345678901234567890123456789012345678901234567890123456789012345@example.com"
            })
    void what_cannot_be_an_email_address_is_refused(String address) {
        assertThat(wrong("email", text(address)))
                .isEqualTo("Write an email address such as name@example.com.");
    }

    @Test
    void names_and_addresses_have_limits() {
        String local = "1234567890123456789012345678901234567890123456789012345678901234";
        assertThat(read("email", text(local + "@example.com"))).isInstanceOf(FieldInput.Read.class);
        assertThat(wrong("email", text(local + "@" + "example.".repeat(24) + "com")))
                .isEqualTo("Shorten this to 254 characters.");
        assertThat(wrong("firstName", text("x".repeat(101))))
                .isEqualTo("Shorten this to 100 characters.");
        assertThat(wrong("lastName", text("x".repeat(101))))
                .isEqualTo("Shorten this to 100 characters.");
        assertThat(wrong("serviceRequested", text("x".repeat(201))))
                .isEqualTo("Shorten this to 200 characters.");
        assertThat(wrong("comment", text("x".repeat(2001))))
                .isEqualTo("Shorten this to 2000 characters.");
        assertThat(read("comment", text("x".repeat(2000)))).isInstanceOf(FieldInput.Read.class);
        assertThat(read("firstName", text("x".repeat(100)))).isInstanceOf(FieldInput.Read.class);
    }

    @Test
    void only_the_comment_has_several_lines() {
        assertThat(read("comment", text("one\ntwo")))
                .isEqualTo(new FieldInput.Read(text("one\ntwo")));
        for (String field :
                List.of("name", "firstName", "email", "phone", "serviceRequested", "timeZone")) {
            assertThat(wrong(field, text("one\r\nBcc: two@example.com")))
                    .isEqualTo("Write this on one line, without control characters.");
        }
        assertThat(read("lastName", text("one\u2028two"))).isInstanceOf(FieldInput.Wrong.class);
    }

    @Test
    void a_phone_is_e164() {
        assertThat(read("phone", text("+61444444444")))
                .isEqualTo(new FieldInput.Read(text("+61444444444")));
        for (String phone :
                List.of("0444444444", "+6", "+0444444444", "+1234567890123456", "call me")) {
            assertThat(wrong("phone", text(phone)))
                    .isEqualTo(
                            "Write a phone number with its area code, or with + and its country"
                                    + " code.");
        }
    }

    @Test
    void a_birthday_is_a_day_that_was() {
        assertThat(read("dateOfBirth", text("1980-12-31")))
                .isEqualTo(new FieldInput.Read(new FieldValue.Day(LocalDate.of(1980, 12, 31))));
        assertThat(read("dateOfBirth", text("2026-02-28")))
                .as("it is the 28th somewhere")
                .isInstanceOf(FieldInput.Read.class);
        assertThat(wrong("dateOfBirth", text("2026-03-01")))
                .isEqualTo("Write a day between 1890 and today.");
        assertThat(wrong("dateOfBirth", text("1889-12-31")))
                .isEqualTo("Write a day between 1890 and today.");
        assertThat(read("dateOfBirth", text("1890-01-01"))).isInstanceOf(FieldInput.Read.class);
        assertThat(wrong("dateOfBirth", text("1980-02-30")))
                .isEqualTo("Write a day such as 1980-12-31.");
        assertThat(wrong("dateOfBirth", new FieldValue.Flag(true)))
                .isEqualTo("Write a day such as 1980-12-31.");
    }

    @Test
    void a_time_zone_exists() {
        assertThat(read("timeZone", text("Australia/Perth")))
                .isEqualTo(new FieldInput.Read(text("Australia/Perth")));
        assertThat(wrong("timeZone", text("Moon/Base")))
                .isEqualTo("Name a time zone such as Australia/Sydney.");
    }

    @Test
    void a_postal_address_is_given_in_its_parts_or_as_one_line() {
        PostalAddress parts = new PostalAddress(" 1 Lamp Row ", "", "Sydney", "NSW", "2000", "au");
        assertThat(read("address", new FieldValue.Postal(parts)))
                .isEqualTo(
                        new FieldInput.Read(
                                new FieldValue.Postal(
                                        new PostalAddress(
                                                "1 Lamp Row", "", "Sydney", "NSW", "2000", "AU"))));
        assertThat(read("address", text("1 Lamp Row")))
                .isEqualTo(
                        new FieldInput.Read(
                                new FieldValue.Postal(
                                        new PostalAddress("1 Lamp Row", "", "", "", "", ""))));
        assertThat(
                        read(
                                "address",
                                new FieldValue.Postal(new PostalAddress(" ", "", "", "", "", ""))))
                .isEqualTo(new FieldInput.Blank());
        assertThat(
                        wrong(
                                "address",
                                new FieldValue.Postal(
                                        new PostalAddress("x", "", "", "", "", "AUS"))))
                .isEqualTo("Give the country by its two letters, such as AU.");
        assertThat(wrong("address", text("x".repeat(601)))).startsWith("Shorten the address");
        assertThat(wrong("address", text("one\ntwo"))).startsWith("Shorten the address");
        assertThat(wrong("address", new FieldValue.Flag(true)))
                .startsWith("Give the address in its parts");
        assertThat(read("address", text("x".repeat(600)))).isInstanceOf(FieldInput.Read.class);
    }

    @Test
    void other_fields_take_text_only_and_blank_text_is_blank() {
        assertThat(wrong("firstName", new FieldValue.Number(BigDecimal.ONE)))
                .isEqualTo("Give this as text.");
        assertThat(read("firstName", text("  "))).isEqualTo(new FieldInput.Blank());
        assertThat(read("custom.visits", text(""))).isEqualTo(new FieldInput.Blank());
    }

    @Test
    void a_custom_field_is_one_that_the_practice_defined() {
        assertThat(wrong("custom.shoeSize", text("44")))
                .isEqualTo("The practice has no such field; leave it out.");
    }

    @Test
    void a_custom_text_is_text() {
        assertThat(read("custom.referral", text(" my sister ")))
                .isEqualTo(new FieldInput.Read(text("my sister")));
        assertThat(wrong("custom.referral", new FieldValue.Flag(true)))
                .isEqualTo("Give this as text.");
        assertThat(wrong("custom.referral", text("x".repeat(2001))))
                .isEqualTo("Shorten this to 2000 characters.");
        assertThat(read("custom.referral", text("x".repeat(2000))))
                .isInstanceOf(FieldInput.Read.class);
    }

    @Test
    void a_custom_number_is_a_number() {
        FieldInput twelve = new FieldInput.Read(new FieldValue.Number(new BigDecimal("12.5")));
        assertThat(read("custom.visits", text(" 12.5 "))).isEqualTo(twelve);
        assertThat(read("custom.visits", new FieldValue.Number(new BigDecimal("12.5"))))
                .isEqualTo(twelve);
        for (FieldValue given :
                List.of(text("twelve"), text("1".repeat(31)), new FieldValue.Flag(true))) {
            assertThat(wrong("custom.visits", given))
                    .isEqualTo("Write a number such as 12 or 12.5.");
        }
        assertThat(wrong("custom.visits", text("1e999")))
                .isEqualTo("Write a number of at most 30 digits.");
        assertThat(wrong("custom.visits", new FieldValue.Number(new BigDecimal("1".repeat(31)))))
                .isEqualTo("Write a number of at most 30 digits.");
        assertThat(read("custom.visits", text("1".repeat(30)))).isInstanceOf(FieldInput.Read.class);
        assertThat(read("custom.visits", text("1e-30"))).isInstanceOf(FieldInput.Read.class);
    }

    @Test
    void a_custom_day_is_a_day() {
        FieldInput day = new FieldInput.Read(new FieldValue.Day(LocalDate.of(2026, 12, 31)));
        assertThat(read("custom.since", text(" 2026-12-31 "))).isEqualTo(day);
        assertThat(read("custom.since", new FieldValue.Day(LocalDate.of(2026, 12, 31))))
                .isEqualTo(day);
        for (FieldValue given :
                List.of(
                        text("2026-02-30"),
                        text("31.12.2026"),
                        text("+12026-01-01"),
                        text("0000-01-01"),
                        new FieldValue.Flag(true))) {
            assertThat(wrong("custom.since", given)).isEqualTo(DAY);
        }
        assertThat(read("custom.since", text("0001-01-01"))).isInstanceOf(FieldInput.Read.class);
        assertThat(read("custom.since", text("9999-12-31"))).isInstanceOf(FieldInput.Read.class);
    }

    @Test
    void a_dropdown_or_radio_takes_one_of_its_options() {
        assertThat(read("custom.insurance", text("private")))
                .isEqualTo(new FieldInput.Read(text("private")));
        assertThat(read("custom.side", new FieldValue.Choices(List.of("left"))))
                .isEqualTo(new FieldInput.Read(text("left")));
        assertThat(wrong("custom.insurance", text("none")))
                .isEqualTo("Choose one of: private, public.");
        assertThat(wrong("custom.side", new FieldValue.Choices(List.of("left", "right"))))
                .isEqualTo("Choose one of: left, right.");
        assertThat(wrong("custom.side", new FieldValue.Flag(true)))
                .isEqualTo("Choose one of: left, right.");
    }

    @Test
    void a_checkbox_with_options_takes_several_in_the_fields_order() {
        FieldInput two = new FieldInput.Read(new FieldValue.Choices(List.of("face", "feet")));
        assertThat(read("custom.areas", new FieldValue.Choices(List.of("feet", " face ", "feet"))))
                .isEqualTo(two);
        assertThat(read("custom.areas", text("face")))
                .isEqualTo(new FieldInput.Read(new FieldValue.Choices(List.of("face"))));
        assertThat(read("custom.areas", new FieldValue.Choices(List.of())))
                .isEqualTo(new FieldInput.Blank());
        assertThat(wrong("custom.areas", new FieldValue.Choices(List.of("face", "ears"))))
                .isEqualTo("Choose from: face, hands, feet.");
        assertThat(wrong("custom.areas", new FieldValue.Flag(true)))
                .isEqualTo("Give a list of the chosen options.");
    }

    @Test
    void a_checkbox_without_options_is_yes_or_no() {
        for (String yes : List.of("true", "on", "YES", " 1 ")) {
            assertThat(read("custom.news", text(yes)))
                    .isEqualTo(new FieldInput.Read(new FieldValue.Flag(true)));
        }
        for (String no : List.of("false", "off", "No", "0")) {
            assertThat(read("custom.news", text(no)))
                    .isEqualTo(new FieldInput.Read(new FieldValue.Flag(false)));
        }
        assertThat(read("custom.news", new FieldValue.Flag(false)))
                .isEqualTo(new FieldInput.Read(new FieldValue.Flag(false)));
        assertThat(wrong("custom.news", text("perhaps"))).isEqualTo("Answer true or false.");
        assertThat(wrong("custom.news", new FieldValue.Number(BigDecimal.ONE)))
                .isEqualTo("Answer true or false.");
    }

    @Test
    void an_edit_of_a_custom_field_stores_it_typed() {
        Story story = Story.ofMonique().then(Story.edit("custom.visits", "3"));
        assertThat(story.lead().custom())
                .isEqualTo(Map.of("visits", new FieldValue.Number(new BigDecimal("3"))));
        assertThat(story.refused(Story.edit("custom.visits", "three", "email", "x")))
                .isEqualTo(
                        new Refusal.Invalid(
                                List.of(
                                        new Refusal.FieldError(
                                                "custom.visits",
                                                "Write a number such as 12 or 12.5."),
                                        new Refusal.FieldError(
                                                "email",
                                                "Write an email address such as"
                                                        + " name@example.com."))));
    }

    private static FieldInput read(String field, FieldValue given) {
        return FieldInput.read(
                SamplePractice.PRACTICE, FieldKey.find(field).orElseThrow(), given, Story.START);
    }

    private static String wrong(String field, FieldValue given) {
        FieldInput input = read(field, given);
        assertThat(input).isInstanceOf(FieldInput.Wrong.class);
        Refusal.FieldError error = ((FieldInput.Wrong) input).error();
        assertThat(error.field()).isEqualTo(field);
        return error.message();
    }

    private static Command.EditFields edit(String field, FieldValue value) {
        return new Command.EditFields(
                Map.of(FieldKey.find(field).orElseThrow(), Optional.of(value)));
    }

    private static FieldValue text(String text) {
        return new FieldValue.Text(text);
    }
}
