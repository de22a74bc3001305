package io.leadmap.domain.decide;

import static io.leadmap.domain.decide.GivenFields.edit;
import static io.leadmap.domain.decide.GivenFields.read;
import static io.leadmap.domain.decide.GivenFields.text;
import static io.leadmap.domain.decide.GivenFields.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.Story;
import io.leadmap.domain.history.DripEntry;
import io.leadmap.domain.history.RecordEntry;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.PostalAddress;
import io.leadmap.domain.mail.MailState;
import io.leadmap.domain.mail.Standing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Fields: how values are read by their definition, and edits (domain section 2). */
class FieldTest {

    @Test
    void every_edit_records_field_old_value_and_new_value() {
        Story story = Story.ofMonique().then(Story.edit("lastName", " Leigh "));
        assertThat(story.entries())
                .containsExactly(
                        new RecordEntry.FieldChanged(
                                FieldKey.LAST_NAME, text("Lee"), text("Leigh")));
        assertThat(story.lead().revision().version()).isEqualTo(2);
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
        assertThat(story.lead().origin().division()).isEqualTo("city");
        assertThat(story.lead().origin().source()).isEqualTo("friend");
        assertThat(story.then(Story.edit("sourceId", "")).lead().origin().source()).isNull();
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
        var mail = story.lead().mail().pending().firstKey();
        story.then(
                new Command.SettleEmail(
                        mail,
                        "monique@example.com",
                        Standing.of(MailState.SENT),
                        new Command.SettleEmail.News.Bounced(true, "gone")));
        assertThat(story.address("monique@example.com").block()).isPresent();
        story.then(Story.edit("email", "new@example.com"));
        story.then(new Command.EnrolDrip("news"));
        story.then(Story.edit("email", "Monique@example.com"));
        assertThat(story.entries()).contains(new DripEntry.DripStopped("news", "hardBounce"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "m@example.com",
                "Monique.Lee+web@mail.example.co.uk",
                "o'neill_1@x-y.example",
                "kontakt@bäckerei.example",
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
                List.of("name", "firstName", "lastName", "serviceRequested", "custom.referral")) {
            assertThat(read(field, text("one\r\n\u2028two\u0007")))
                    .isEqualTo(new FieldInput.Read(text("one two")));
        }
    }

    @Test
    void what_could_not_be_read_is_refused_with_what_its_reader_said() {
        for (String field : List.of("phone", "custom.referral", "dateOfBirth", "address")) {
            assertThat(wrong(field, new FieldValue.Unread("The area code is missing.")))
                    .isEqualTo("The area code is missing.");
        }
    }

    @Test
    void a_phone_is_e164_with_its_extension() {
        for (String phone : List.of("+61444444444", "+61390123456;ext=012")) {
            assertThat(read("phone", text(phone))).isEqualTo(new FieldInput.Read(text(phone)));
        }
        for (String phone :
                List.of(
                        "0444444444",
                        "+6",
                        "+0444444444",
                        "+1234567890123456",
                        "call me",
                        "+61390123456;ext=",
                        "+61390123456;ext=x",
                        "+61390123456 ext. 12")) {
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
        assertThat(wrong("address", text("x".repeat(601))))
                .isEqualTo("Shorten this to 600 characters.");
        assertThat(read("address", text("1 Lamp\nRow\u00a0")))
                .isEqualTo(
                        new FieldInput.Read(
                                new FieldValue.Postal(
                                        new PostalAddress("1 Lamp Row", "", "", "", "", ""))));
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
}
