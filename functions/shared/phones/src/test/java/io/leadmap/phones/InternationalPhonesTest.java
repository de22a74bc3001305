package io.leadmap.phones;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.lead.FieldValue;
import io.leadmap.domain.lead.Phone;
import io.leadmap.ports.PhoneNumbers;
import io.leadmap.ports.PhoneNumbers.Fault;
import io.leadmap.ports.PhoneNumbers.Reading;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Random;

class InternationalPhonesTest {

    private final PhoneNumbers phones = new InternationalPhones();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0444 444 444              | AU | +61444444444
                    (03) 9012-3456            | AU | +61390123456
                    0412.555.123              | AU | +61412555123
                    +44 20 7946 0123          | AU | +442079460123
                    +44 (0)20 7946 0123       | AU | +442079460123
                    (+61) 412 555 123         | GB | +61412555123
                    +61 0412 555 123          | GB | +61412555123
                    020 7946 0123             | GB | +442079460123
                    07700 900142              | GB | +447700900142
                    (415) 555-2671            | US | +14155552671
                    1 415 555 2671            | CA | +14155552671
                    415-555-2671              | US | +14155552671
                    06 1234 5678              | IT | +390612345678
                    +39 (0)6 1234 5678        | AU | +390612345678
                    030/1234567               | DE | +49301234567
                    01 23 45 67 89            | FR | +33123456789
                    131 114                   | AU | +61131114
                    1300 975 707              | AU | +611300975707
                    +800 1234 5678            | AU | +80012345678
                    """)
    void a_number_is_read_by_its_own_country_or_the_practices(
            String typed, String country, String read) {
        assertThat(read(typed, country)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0061 412 555 123          | AU | +61412555123
                    0061 412 555 123          | US | +61412555123
                    0061 412 555 123          | JP | +61412555123
                    0061(0)412 555 123        | GB | +61412555123
                    0044 20 7946 0123         | AU | +442079460123
                    +0061 412 555 123         | AU | +61412555123
                    001 415 555 2671          | GB | +14155552671
                    0011 61 412 555 123       | AU | +61412555123
                    0011 44 20 7946 0123      | AU | +442079460123
                    011 61 412 555 123        | US | +61412555123
                    010 61 412 555 123        | JP | +61412555123
                    """)
    void two_zeros_are_a_plus_everywhere_beside_the_countrys_own_exit_code(
            String typed, String country, String read) {
        assertThat(read(typed, country)).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    0412 555 123 (mob)              | +61412555123
                    0413 222 333 (Ann)              | +61413222333
                    0412 555 123 MOB                | +61412555123
                    mob: 0412 555 123               | +61412555123
                    Tel.: (03) 9012 3456            | +61390123456
                    T 03 9012 3456                  | +61390123456
                    tel:+61-3-9012-3456             | +61390123456
                    Ann's mobile 0412 555 123, thanks | +61412555123
                    0412 555 123 after 5pm          | +61412555123
                    0412555123mob                   | +61412555123
                    моб. 0412 555 123               | +61412555123
                    0412 555 123 :-)                | +61412555123
                    """)
    void words_around_a_number_are_dropped(String typed, String read) {
        assertThat(read(typed, "AU")).isEqualTo(read);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    03 9012 3456 ext 12             | 12
                    03 9012 3456 ext. 12            | 12
                    03 9012 3456 Ext: 012           | 012
                    03 9012 3456 EXTN 12            | 12
                    03 9012 3456 extension 12       | 12
                    03 9012 3456 x12                | 12
                    03 9012 3456x12                 | 12
                    03 9012 3456 #12                | 12
                    03 9012 3456 (ext 12)           | 12
                    03 9012 3456 ext 12 (reception) | 12
                    03 9012 3456, ext. 12           | 12
                    03 9012 3456,,12#               | 12
                    +61390123456;ext=12             | 12
                    tel:+61-3-9012-3456;ext=12      | 12
                    03 9012 3456 Durchwahl 12       | 12
                    03 9012 3456 DW 12              | 12
                    03 9012 3456 poste 12           | 12
                    03 9012 3456 доб. 12            | 12
                    """)
    void an_extension_is_kept_with_the_number(String typed, String extension) {
        assertThat(read(typed, "AU")).isEqualTo("+61390123456;ext=" + extension);
    }

    @Test
    void digits_and_signs_of_every_script_are_read() {
        assertThat(read("０４１２　５５５　１２３", "AU")).isEqualTo("+61412555123");
        assertThat(read("＋６１ ４１２ ５５５ １２３", "GB")).isEqualTo("+61412555123");
        assertThat(read("٠٤١٢٥٥٥١٢٣", "AU")).isEqualTo("+61412555123");
        assertThat(read("\u202a+61\u00a0412\u2011555\u2011123\u202c", "GB"))
                .isEqualTo("+61412555123");
        assertThat(read("03\u20139012\u22123456 ｅｘｔ．１２", "AU")).isEqualTo("+61390123456;ext=12");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    9012 3456                          | AU | AREA_CODE
                    9012 3456 (home)                   | AU | AREA_CODE
                    7946 0123                          | GB | AREA_CODE
                    555-0123                           | US | AREA_CODE
                    1234567                            | DE | AREA_CODE
                    90123456789                        | DE | AREA_CODE
                    0413 222 33                        | AU | DIGITS_MISSING
                    0413 222 33 (Ann)                  | AU | DIGITS_MISSING
                    07700 90014                        | GB | DIGITS_MISSING
                    +61 9012 3456                      | AU | DIGITS_MISSING
                    12                                 | AU | DIGITS_MISSING
                    0412 555 1234                      | AU | TOO_MANY_DIGITS
                    44 20 7946 0123                    | AU | TOO_MANY_DIGITS
                    00000000000000000000000000000      | GB | TOO_MANY_DIGITS
                    0412 555 123 or 03 9012 3456       | AU | SEVERAL
                    0412 555 123 / 03 9012 3456        | AU | SEVERAL
                    0412 555 123, 03 9012 3456         | AU | SEVERAL
                    0412555123; 0390123456             | AU | SEVERAL
                    0412555123;412555124               | AU | SEVERAL
                    0412 555 123/4                     | AU | SEVERAL
                    030 1234567 (2)                    | DE | SEVERAL
                    +61412555123 +61390123456          | AU | SEVERAL
                    03 9012 3456 ext 12 or 13          | AU | SEVERAL
                    1-800-FLOWERS                      | US | LETTERS
                    1 800 flowers                      | US | LETTERS
                    1300 FLOWER                        | AU | LETTERS
                    1300 FLOWERS                       | AU | LETTERS
                    O412 555 123                       | AU | LETTERS
                    04l2 555 123                       | AU | LETTERS
                    030 123456O                        | DE | LETTERS
                    call me                            | AU | NO_DIGITS
                    ''                                 | AU | NO_DIGITS
                    +                                  | AU | NO_DIGITS
                    +999 123 456 789                   | AU | COUNTRY_CODE
                    0412 555 123                       | AQ | COUNTRY_CODE
                    0999 999 999                       | AU | NO_SUCH_NUMBER
                    6 1234 5678                        | IT | AREA_CODE
                    """)
    void what_would_have_to_be_guessed_is_not_taken(String typed, String country, Fault fault) {
        assertThat(phones.read(typed, country))
                .isInstanceOfSatisfying(
                        Reading.Unclear.class,
                        unclear -> assertThat(unclear.fault()).isEqualTo(fault));
    }

    @Test
    void a_text_that_only_mentions_a_number_is_none() {
        assertThat(read("please ".repeat(40) + "0412 555 123", "AU")).startsWith("Write nothing");
    }

    @ParameterizedTest
    @CsvSource({"AU", "GB", "US", "DE", "IT", "AQ"})
    void every_refusal_says_what_to_do(String country) {
        for (Fault fault : Fault.values()) {
            assertThat(new Reading.Unclear(fault, "").message()).endsWith(".");
        }
        assertThat(read("12", country)).endsWith(".");
    }

    @Test
    void the_refusal_shows_a_number_as_it_is_written_there() {
        assertThat(read("0413 222 33", "AU"))
                .isEqualTo("Some digits are missing. Write it in full, like 0412 345 678.");
        assertThat(read("7946 0123", "GB"))
                .isEqualTo("The area code is missing. Write it in full, like 0121 234 5678.");
    }

    @Test
    void what_was_read_is_read_as_itself() {
        for (String typed : new String[] {"03 9012 3456 ext 12", "+39 06 1234 5678", "131114"}) {
            String stored = read(typed, "AU");
            assertThat(read(stored, "US")).isEqualTo(stored);
        }
    }

    @Test
    void whatever_is_typed_is_read_or_refused_and_what_is_read_can_be_stored() {
        String typed = "0123456789 +()-./x#,;:ext O٣－＋\u200e(Ann)";
        Random chance = new Random(20260227);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int length = chance.nextInt(24); length > 0; length--) {
                text.append(typed.charAt(chance.nextInt(typed.length())));
            }
            switch (phones.read(text.toString(), i % 2 == 0 ? "AU" : "DE")) {
                case Reading.Read(Phone phone) ->
                        assertThat(Phone.find(phone.stored())).as(text::toString).contains(phone);
                case Reading.Unclear unclear -> assertThat(unclear.message()).endsWith(".");
            }
        }
    }

    private String read(String typed, String country) {
        return switch (phones.field(typed, country)) {
            case FieldValue.Text(String stored) -> stored;
            case FieldValue.Unread(String message) -> message;
            default -> throw new AssertionError();
        };
    }
}
