package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Map;

/** The page that a person sees again: as it was left, and with nothing asked that was given. */
class FormAgainTest {

    private final FormDesk desk = new FormDesk();

    @ParameterizedTest
    @CsvSource({"yes, true", "on, true", "1, true", "0, false", "no, false", "FALSE, false"})
    void a_box_is_ticked_again_only_if_it_was(String consent, boolean ticked) {
        HttpResponse page = again("fullName=Tim&phone=12&consent=" + consent);

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text().contains("<input checked=\"\" id=\"f-consent\"")).isEqualTo(ticked);
    }

    @Test
    void who_mistypes_an_email_is_not_asked_for_a_phone() {
        HttpResponse page = again("fullName=Tim&email=tim@");

        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text())
                .contains("Email: Write an email address")
                .doesNotContain("Please give us a phone number");
    }

    private HttpResponse again(String body) {
        return desk.post(FormDesk.ENQUIRY, Map.of("content-type", FormDesk.URL_ENCODED), body);
    }
}
