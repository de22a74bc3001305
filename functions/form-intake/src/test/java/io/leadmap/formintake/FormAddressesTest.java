package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** Email addresses as strangers type them (domain section 2, Email addresses). */
class FormAddressesTest {

    private final FormDesk desk = new FormDesk();

    @Test
    void a_domain_in_any_script_is_taken_and_kept_as_typed() {
        assertThat(form("kontakt@bäckerei.example")).isEqualTo(303);

        assertThat(desk.leads("Tim"))
                .singleElement()
                .satisfies(lead -> assertThat(lead.email()).isEqualTo("kontakt@bäckerei.example"));
    }

    @Test
    void who_gives_the_same_domain_in_another_way_is_the_same_person() {
        form("kontakt@bäckerei.example");
        form("Kontakt@BÄCKEREI.example");
        form("kontakt@xn--bckerei-5wa.example");
        desk.passes(Duration.ofMinutes(11)); // no longer the first submission again
        form("kontakt@ba\u0308ckerei.example\u00a0");

        assertThat(desk.leads("Tim"))
                .singleElement()
                .satisfies(lead -> assertThat(desk.formsReceived(lead)).isEqualTo(4));
    }

    @Test
    void an_address_that_cannot_be_mailed_is_said_beside_the_field() {
        assertThat(form("jörg@example.com")).isEqualTo(422);
        assertThat(desk.browser(Map.of("fullName", "Tim Cook", "email", "jörg@example.com")).text())
                .contains("cannot be mailed")
                .contains("value=\"jörg@example.com\"");
    }

    private int form(String email) {
        return desk.browser(Map.of("fullName", "Tim Cook", "email", email)).status();
    }
}
