package io.leadmap.domain.mail;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import java.net.IDN;

class EmailAddressProperties {

    @Property
    void whatever_is_read_is_ascii_where_it_is_mailed_and_is_read_as_itself(
            @ForAll("texts") String local, @ForAll("texts") String domain) {
        EmailAddress.find(local + "@" + domain + ".example")
                .ifPresent(address -> {
                    assertThat(address.mailed()).matches("[!-~]{3,254}");
                    assertThat(EmailAddress.find(address.mailed()).orElseThrow().mailed())
                            .isEqualTo(address.mailed());
                    assertThat(EmailAddress.find(address.typed())).contains(address);
                    assertThat(EmailAddress.normalised(address.normalised()))
                            .isEqualTo(address.normalised());
                });
    }

    @Property
    void whatever_is_typed_is_answered(@ForAll String text) {
        EmailAddress.read(text);
        EmailAddress.read("a@" + text + ".example");
        Mailbox.find(text);
        assertThat(EmailAddress.normalised(EmailAddress.normalised(text)))
                .isEqualTo(EmailAddress.normalised(text));
    }

    @Property
    void a_label_is_encoded_as_the_jdk_does(@ForAll("labels") String label) {
        String ascii = IDN.toASCII(label, IDN.ALLOW_UNASSIGNED);

        assertThat("xn--" + Punycode.encode(IDN.toUnicode(ascii, IDN.ALLOW_UNASSIGNED)))
                .isEqualTo(ascii);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.oneOf(
                Arbitraries.strings().ofMinLength(1).ofMaxLength(12),
                Arbitraries.strings()
                        .withChars("abcABC019-.ßüÜéςσ例。テ\u0308\u00ad\u200d\u200bﬁ①ⅷİı")
                        .ofMinLength(1)
                        .ofMaxLength(12));
    }

    @Provide
    Arbitrary<String> labels() {
        return Arbitraries.of("abcxyz019-üéñçøабвгд例えテスト漢字😀❤".codePoints().boxed().toList())
                .list()
                .ofMinSize(1)
                .ofMaxSize(12)
                .map(codes -> {
                    StringBuilder label = new StringBuilder("ü");
                    codes.forEach(label::appendCodePoint);
                    return label.toString();
                });
    }
}
