package io.leadmap.domain.lead;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.Story;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TypedNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Win https://spam.example/a now Byron",
                "ftp://x",
                "HTTPS://X",
                "www.spam.example",
                "WWW.Spam",
                "Byron spam.com",
                "Byron SPAM.COM now",
                "Spam.Com",
                "x.com",
                "cheap-pills.com.au",
                "spam.co.uk/offer",
                "bit.ly/abc",
                "t.me/abc",
                "Bit.Ly/3abc",
                "T.Me/abc",
                "Win.Top?a=1",
                "casino.ru",
                "Casino.RU",
                "win.casino24.de",
                "buy-now.shop",
                "SPAM.DE",
                "visit spam.xyz!",
                "(spam.net)",
                "tim@gmail.com",
                "spam\u3002com",
                "\uff57\uff57\uff57\uff0espam",
                "spam\uff0ecom",
                "spam.c\u200bom",
                "hello\u2024com spam\u2024com",
                "xn--e1afmkfd.xn--p1ai",
                "пример.рф",
                "spam.com.",
                "a.b.c.info"
            })
    void what_a_mail_program_makes_a_link_of_is_a_link(String name) {
        assertThat(TypedNames.hasLink(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "St.John",
                "J.R. Lee",
                "J.R.Lee",
                "Dr.Me",
                "dr.me",
                "Dr. Me",
                "Prof.De Vries",
                "J.de Vries",
                "Anna.De Vries",
                "Kapil.Dev",
                "U.Win",
                "Mrs.Page",
                "Maria da Silva Jr.",
                "O'Neil-Smith, M.D.",
                "Mary.Ann Comstock",
                "Anne.Combs",
                "J.Orgel",
                "Smith/Jones",
                "A.Smith/B.Jones",
                "Dr.Me/Mr.You",
                "Nguyễn Thị Minh Khai",
                "Élodie D’Arcy",
                "山田 太郎",
                "e.V.",
                "Wwwendy",
                "Net Worth",
                "Ms.Com-Nougué"
            })
    void what_people_are_called_is_none(String name) {
        assertThat(TypedNames.hasLink(name)).isFalse();
    }

    @Test
    void a_name_has_at_most_eighty_characters() {
        String forty = "a".repeat(40);
        assertThat(suspicious("firstName", forty, "lastName", "b".repeat(39))).isFalse();
        assertThat(suspicious("firstName", forty, "lastName", forty)).isTrue();
        assertThat(suspicious("lastName", "\uD83D\uDE00".repeat(80))).isFalse();
        assertThat(suspicious("lastName", "b".repeat(81))).isTrue();
        assertThat(suspicious("name", "b".repeat(81), "firstName", "Tim")).isTrue();
        assertThat(suspicious("comment", "b".repeat(81), "firstName", "Tim")).isFalse();
    }

    @Test
    void a_link_that_is_split_at_the_space_is_seen_in_either_name() {
        assertThat(suspicious("firstName", "Tim", "lastName", "spam.com")).isTrue();
        assertThat(suspicious("firstName", "http:", "lastName", "//spam.example")).isFalse();
        assertThat(suspicious("comment", "see www.x.com", "firstName", "Tim")).isFalse();
    }

    private static boolean suspicious(String... namesAndValues) {
        return TypedNames.areSuspicious(Story.fields(namesAndValues));
    }
}
