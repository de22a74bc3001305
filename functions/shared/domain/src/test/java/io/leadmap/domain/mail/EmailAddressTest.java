package io.leadmap.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmailAddressTest {

    @ParameterizedTest
    @CsvSource({
        "kontakt@bäckerei.example, kontakt@xn--bckerei-5wa.example",
        "Info@MÜLLER.Example, Info@xn--mller-kva.example",
        "info@xn--mller-kva.example, info@xn--mller-kva.example",
        "info@例え.テスト, info@xn--r8jz45g.xn--zckzah",
        "info@例え。テスト, info@xn--r8jz45g.xn--zckzah",
        "info@пример.рф, info@xn--e1afmkfd.xn--p1ai",
        "info@مثال.إختبار, info@xn--mgbh0fb.xn--kgbechtv",
        "info@straße.example, info@xn--strae-oqa.example",
        "info@STRAẞE.example, info@xn--strae-oqa.example",
        "info@βόλος.example, info@xn--nxasmm1c.example",
        "info@ＥＸＡＭＰＬＥ.com, info@example.com",
        "info@i❤.ws, info@xn--i-7iq.ws",
        "info@😀.example, info@xn--e28h.example",
        "Ann.Lee+web@Example.COM, Ann.Lee+web@example.com",
    })
    void a_domain_in_any_script_is_mailed_by_its_ascii_form(String typed, String mailed) {
        EmailAddress address = EmailAddress.find(typed).orElseThrow();

        assertThat(address.mailed()).isEqualTo(mailed);
        assertThat(address.typed()).isEqualTo(typed);
        assertThat(address.normalised())
                .isEqualTo(mailed.toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(EmailAddress.normalised(mailed));
    }

    @Test
    void the_two_ways_to_write_an_accent_are_one_domain() {
        assertThat(EmailAddress.normalised("a@mu\u0308ller.example"))
                .isEqualTo(EmailAddress.normalised("a@m\u00fcller.example"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ann@example.com\u00a0",
                "\u3000ann@example.com ",
                "\ufeffann@example.com\u200b",
                "\u202aann@example.com\u202c",
                "\tann@example.com\r\n"
            })
    void spaces_around_an_address_are_no_part_of_it(String typed) {
        assertThat(EmailAddress.find(typed).orElseThrow().typed()).isEqualTo("ann@example.com");
    }

    @ParameterizedTest
    @ValueSource(strings = {"jörg@example.com", "用户@例え.テスト", "иван@пример.рф", "josé@a.example"})
    void a_local_part_outside_ascii_cannot_be_mailed_and_the_answer_says_so(String typed) {
        assertThat(EmailAddress.read(typed))
                .isInstanceOfSatisfying(
                        EmailAddress.Reading.Wrong.class,
                        wrong -> assertThat(wrong.message()).contains("cannot be mailed"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ann",
                "@example.com",
                "ann@",
                "ann@b@example.com",
                "ann@example",
                "ann@exa mple.com",
                "ann@-example.com",
                "ann@example..com",
                "ann@example.com.",
                "ann@müller",
                "ann@.müller.example",
                "ann@mü_ller.example",
                "ann@mü\u2026ller.example",
                "ann@mü/ller.example",
                "ann@\u00ad.example",
                "ann@xn--müller.example",
                "ann@[127.0.0.1]",
                "ann@127.0.0.1",
                "\"ann\"@example.com",
                "Ann <ann@example.com>",
                "ann@example.com,eve@example.com",
                "ann@example.com\r\nBcc: eve@example.com"
            })
    void what_is_no_address_is_refused(String typed) {
        assertThat(EmailAddress.find(typed)).isEmpty();
    }

    @Test
    void an_address_is_no_longer_than_the_mail_system_takes() {
        String label = "ü".repeat(56); // 62 as an A-label
        assertThat(EmailAddress.find("ann@" + (label + ".").repeat(3) + "example")).isPresent();
        assertThat(EmailAddress.find("ann@" + (label + ".").repeat(4) + "example")).isEmpty();
        assertThat(EmailAddress.find("ann@" + "ü".repeat(63) + ".example")).isEmpty();
        assertThat(EmailAddress.find("ann@" + "ß".repeat(63) + ".example")).isEmpty();
        assertThat(EmailAddress.find("ann@" + "ß.".repeat(200) + "example")).isEmpty();
    }

    @Test
    void what_is_no_address_is_compared_as_it_stands() {
        assertThat(EmailAddress.normalised(" N/A ")).isEqualTo("n/a");
        String dotted = EmailAddress.normalised("\u0130\u0316"); // lower case, then out of order
        assertThat(EmailAddress.normalised(dotted)).isEqualTo(dotted);
        assertThat(EmailAddress.normalised("JÖRG@example.com")).isEqualTo("jörg@example.com");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Ann Lee <ann@example.com>            | Ann Lee <ann@example.com>
                    "Müller, Köln" <info@müller.example> | Müller, Köln <info@xn--mller-kva.example>
                    Praxis "Am Markt" <a@b.example>      | Praxis Am Markt <a@b.example>
                    <ann@example.com>                    | ann@example.com
                    ann@example.com                      | ann@example.com
                    "" <ann@example.com>                 | ann@example.com
                    """)
    void a_mailbox_is_shown_as_the_mail_shows_it(String configured, String mailed) {
        assertThat(Mailbox.find(configured).orElseThrow().mailed()).isEqualTo(mailed);
        assertThat(Mailbox.find(mailed).orElseThrow().mailed()).isEqualTo(mailed);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ann", "Ann <ann>", "Ann ann@example.com", "<ann@example.com> Ann", ""})
    void a_mailbox_has_an_address(String configured) {
        assertThat(Mailbox.find(configured)).isEmpty();
    }
}
