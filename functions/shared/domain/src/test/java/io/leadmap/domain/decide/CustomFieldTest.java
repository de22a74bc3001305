package io.leadmap.domain.decide;

import static io.leadmap.domain.decide.GivenFields.read;
import static io.leadmap.domain.decide.GivenFields.text;
import static io.leadmap.domain.decide.GivenFields.wrong;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.Story;
import io.leadmap.domain.lead.FieldKey;
import io.leadmap.domain.lead.FieldValue;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** Custom fields, typed and validated by the practice's definition (domain section 2). */
class CustomFieldTest {

    private static final String DAY = "Write a day such as 2026-12-31.";

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
        assertThat(story.lead().fields().get(FieldKey.custom("visits")))
                .contains(new FieldValue.Number(new BigDecimal("3")));
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
}
