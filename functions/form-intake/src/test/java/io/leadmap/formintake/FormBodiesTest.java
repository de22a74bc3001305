package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class FormBodiesTest {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";
    private static final String MULTIPART = "multipart/form-data; boundary=XYZ";

    @Test
    void a_browser_s_form_is_read() {
        String body =
                "fullName=Tim+Cook&message=Gr%C3%BC%C3%9Fe%0D%0A%26&empty="
                        + "&custom.injury=Neck&custom.injury=Back";

        assertThat(values(URL_ENCODED, body))
                .isEqualTo(
                        Map.of(
                                "fullName", List.of("Tim Cook"),
                                "message", List.of("Grüße\r\n&"),
                                "empty", List.of(""),
                                "custom.injury", List.of("Neck", "Back")));
    }

    @Test
    void a_broken_escape_is_refused_and_not_guessed() {
        assertThat(read(URL_ENCODED, "a=%4")).satisfies(FormBodiesTest::isMalformed);
        assertThat(read(URL_ENCODED, "a=%zz")).satisfies(FormBodiesTest::isMalformed);
    }

    @Test
    void a_multipart_form_is_read() {
        String body =
                "--XYZ\r\n"
                        + "Content-Disposition: form-data; name=\"fullName\"\r\n\r\n"
                        + "Tim Cook\r\n"
                        + "--XYZ\r\n"
                        + "Content-Disposition: form-data; name=\"message\"\r\n"
                        + "Content-Type: text/plain; charset=utf-8\r\n\r\n"
                        + "one\r\n"
                        + "--two\r\n"
                        + "--XYZ--\r\n";

        assertThat(values(MULTIPART, body))
                .isEqualTo(
                        Map.of(
                                "fullName",
                                List.of("Tim Cook"),
                                "message",
                                List.of("one\r\n--two")));
    }

    @Test
    void a_multipart_form_that_was_cut_off_is_refused() {
        String whole =
                "--XYZ\r\n"
                        + "Content-Disposition: form-data; name=\"fullName\"\r\n\r\n"
                        + "Tim Cook\r\n"
                        + "--XYZ--\r\n";

        assertThat(read(MULTIPART, whole)).isInstanceOf(Posted.Values.class);
        for (int length = 0; length < whole.length() - 4; length++) {
            assertThat(read(MULTIPART, whole.substring(0, length)))
                    .satisfies(FormBodiesTest::isMalformed);
        }
    }

    @Test
    void files_are_refused_but_an_empty_file_control_is_not() {
        String part =
                "--XYZ\r\n"
                        + "Content-Disposition: form-data; name=\"scan\"; filename=\"%s\"\r\n\r\n"
                        + "%s\r\n"
                        + "--XYZ--\r\n";

        assertThat(read(MULTIPART, part.formatted("scan.pdf", "PDF")))
                .satisfies(FormBodiesTest::isUnsupported);
        assertThat(values(MULTIPART, part.formatted("", ""))).isEmpty();
    }

    @Test
    void json_is_an_object_of_fields_and_values() {
        String body = "{\"fullName\":\"Tim\",\"consent\":true,\"n\":1.50,\"x\":null,\"l\":[\"a\"]}";

        assertThat(values("application/json; charset=UTF-8", body))
                .isEqualTo(
                        Map.of(
                                "fullName", List.of("Tim"),
                                "consent", List.of("true"),
                                "n", List.of("1.50"),
                                "x", List.of(),
                                "l", List.of("a")));
        assertThat(read("application/json", "[1]")).satisfies(FormBodiesTest::isMalformed);
        assertThat(read("application/json", "{\"a\":{}}")).satisfies(FormBodiesTest::isMalformed);
        assertThat(read("application/json", "{\"a\":[1]}")).satisfies(FormBodiesTest::isMalformed);
        assertThat(read("application/json", "{\"a\"")).satisfies(FormBodiesTest::isMalformed);
    }

    @Test
    void other_media_types_are_not_supported() {
        for (String type : List.of("\"", "text/xml", "application/jsonp", "multipart/mixed", ";")) {
            assertThat(read(type, "a=b")).satisfies(FormBodiesTest::isUnsupported);
        }
        assertThat(read(null, "a=b")).satisfies(FormBodiesTest::isUnsupported);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/x-www-form-urlencoded",
                " Application/X-WWW-Form-UrlEncoded ; Charset=\"UTF-8\" ",
                "application/x-www-form-urlencoded;charset=utf-8;charset=utf-8",
                "application/x-www-form-urlencoded; charset",
                "application/x-www-form-urlencoded; charset=",
                "application/x-www-form-urlencoded; charset=\"utf-8",
                "application/x-www-form-urlencoded; =x; a=b;;",
                "application/x-www-form-urlencoded; charset=nobody-knows-it",
                "application/x-www-form-urlencoded; charset=utf-16",
                "application/x-www-form-urlencoded; charset=cp037",
                "application/x-www-form-urlencoded; charset=..'{}"
            })
    void whatever_stands_behind_a_media_type_loses_nobody(String type) {
        assertThat(values(type, "a=M%C3%BCller")).isEqualTo(Map.of("a", List.of("Müller")));
    }

    @ParameterizedTest
    @CsvSource({
        "'', M%C3%BCller, Müller",
        "'', M%FCller, Müller",
        "'', %80%93%99%81, €“™",
        "utf-8, M%FCller, Müller",
        "us-ascii, M%C3%BCller, Müller",
        "windows-1252, M%FCller%80, Müller€",
        "iso-8859-1, M%FCller%92s, Müller’s",
        "ISO-8859-15, %A4, €",
        "Shift_JIS, %8E%52%93%63, 山田",
        "windows-1251, %C8%E2%E0%ED, Иван",
        "nobody-knows-it, M%FCller, Müller",
        "utf-16, M%FCller, Müller",
    })
    void a_body_is_decoded_as_declared_else_as_utf_8_else_as_windows_1252(
            String charset, String sent, String typed) {
        String type = charset.isEmpty() ? URL_ENCODED : URL_ENCODED + "; charset=" + charset;

        assertThat(values(type, "a=" + sent)).isEqualTo(Map.of("a", List.of(typed)));
    }

    @Test
    void one_value_in_another_encoding_spoils_no_other() {
        assertThat(values(URL_ENCODED, "a=M%FCller&b=Gr%C3%BC%C3%9Fe"))
                .isEqualTo(Map.of("a", List.of("Müller"), "b", List.of("Grüße")));
    }

    @Test
    void bytes_without_escapes_are_decoded_too() {
        byte[] body = "a=Müller".getBytes(Charset.forName("windows-1252"));

        assertThat(FormBodies.read(URL_ENCODED, body).values())
                .isEqualTo(Map.of("a", List.of("Müller")));
    }

    @Test
    void a_browser_s_word_about_the_encoding_counts_wherever_it_stands() {
        String type = URL_ENCODED + "; charset=iso-8859-1";

        assertThat(values(type, "a=%8E%52&_charset_=Shift_JIS").get("a")).containsExactly("山");
        assertThat(values(type, "_charset_=%8E&a=M%FCller").get("a")).containsExactly("Müller");
        assertThat(values(URL_ENCODED, "_charset_=&a=M%C3%BCller").get("a"))
                .containsExactly("Müller");
    }

    @Test
    void each_part_has_an_encoding_of_its_own() {
        String body =
                "--XYZ  \r\n"
                        + "Content-Disposition: form-data; name=one\r\n\r\n"
                        + "M\u00fcller\r\n"
                        + "--XYZ\r\n"
                        + "content-type: text/plain; charset=\"koi8-r\"\r\n"
                        + "Content-Disposition: form-data; name=\"two\"\r\n\r\n"
                        + "\u00f1\r\n"
                        + "--XYZ\r\n"
                        + "Content-Disposition: form-data; name*=UTF-8''thr%65%2be\r\n\r\n"
                        + "\u0080\r\n"
                        + "--XYZ--";

        assertThat(FormBodies.read(MULTIPART, body.getBytes(StandardCharsets.ISO_8859_1)))
                .isEqualTo(
                        new Posted.Values(
                                Map.of(
                                        "one", List.of("Müller"),
                                        "two", List.of("Я"),
                                        "thre+e", List.of("€")),
                                false));
    }

    @Test
    void json_is_utf_8_whatever_it_declares() {
        String type = "application/json; charset=iso-8859-1";
        byte[] latin = "{\"a\":\"M\u00fcller\"}".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(values(type, "{\"a\":\"Müller\"}")).isEqualTo(Map.of("a", List.of("Müller")));
        assertThat(FormBodies.read(type, latin)).satisfies(FormBodiesTest::isMalformed);
    }

    @Test
    void what_is_refused_shows_what_could_be_read_of_it() {
        String whole =
                "--XYZ\r\n"
                    + "Content-Disposition: form-data; name=\"scan\"; filename=\"x.pdf\"\r\n\r\n"
                    + "PDF\r\n"
                    + "--XYZ\r\n"
                    + "Content-Disposition: form-data; name=\"fullName\"\r\n\r\n"
                    + "Tim Cook\r\n"
                    + "--XYZ--\r\n";
        Map<String, List<String>> tim = Map.of("fullName", List.of("Tim Cook"));

        assertThat(read(MULTIPART, whole)).satisfies(FormBodiesTest::isUnsupported);
        assertThat(read(MULTIPART, whole).values()).isEqualTo(tim);
        assertThat(read(MULTIPART, whole.replace("--XYZ--", "")).values().get("fullName"))
                .containsExactly("Tim Cook\r\n\r\n");
        assertThat(read(URL_ENCODED, "fullName=Tim+Cook&b=100%").values())
                .isEqualTo(Map.of("fullName", List.of("Tim Cook"), "b", List.of("100%")));
        assertThat(read("text/plain", "fullName=Tim Cook\r\nmessage=one\r\ntwo = 2\r\n").values())
                .isEqualTo(
                        Map.of(
                                "fullName", List.of("Tim Cook"),
                                "message", List.of("one\ntwo = 2\n")));
    }

    @Test
    void a_body_of_a_million_names_is_refused_at_once() {
        for (String body :
                List.of("a=1&".repeat(300_000), "a&".repeat(30_000), "&".repeat(60_000))) {
            Posted posted = read(URL_ENCODED, body);
            assertThat(posted.values().values().stream().mapToInt(List::size).sum())
                    .isLessThanOrEqualTo(1_001);
        }
        assertThat(read(URL_ENCODED, "a&".repeat(30_000))).satisfies(FormBodiesTest::isMalformed);
        assertThat(read(MULTIPART, "--XYZ\r\n".repeat(200_000)))
                .satisfies(posted -> assertThat(reason(posted)).isEqualTo(Posted.Reason.TOO_LARGE));
        String part = "--XYZ\r\nContent-Disposition: form-data; name=a\r\n\r\n\r\n";
        assertThat(read(MULTIPART, part.repeat(1_100) + "--XYZ--"))
                .satisfies(FormBodiesTest::isMalformed);
    }

    @Test
    void what_scripts_get_wrong_about_multipart_loses_nobody() {
        String body =
                "--XYZ\r\n"
                        + "Content-Disposition: form-data; name=\"a\"\r\n\r\n"
                        + "one\r\n"
                        + "--XYZ\r\n"
                        + "Content-Disposition: form-data; name=\"b\"\r\n\r\n\r\n"
                        + "--XYZ--\r\n";
        Map<String, List<String>> read = Map.of("a", List.of("one"), "b", List.of(""));

        assertThat(values(MULTIPART, body)).isEqualTo(read);
        assertThat(values(MULTIPART, body.replace("\r\n", "\n"))).isEqualTo(read);
        assertThat(values("multipart/form-data", body)).isEqualTo(read);
        assertThat(values("multipart/form-data; boundary=", body)).isEqualTo(read);
        assertThat(read("multipart/form-data", "a=b")).satisfies(FormBodiesTest::isMalformed);
        assertThat(read("multipart/form-data", "--")).satisfies(FormBodiesTest::isMalformed);
    }

    @Test
    void a_byte_order_mark_is_no_part_of_what_was_sent() {
        assertThat(values(URL_ENCODED, "\uFEFFa=b")).isEqualTo(Map.of("a", List.of("b")));
        assertThat(values("application/ld+json", "\uFEFF{\"a\":\"b\"}"))
                .isEqualTo(Map.of("a", List.of("b")));
    }

    @Test
    void a_body_without_a_type_is_refused_and_shown_again() {
        assertThat(read(null, "a=b")).satisfies(FormBodiesTest::isUnsupported);
        assertThat(read(null, "a=b").values()).isEqualTo(Map.of("a", List.of("b")));
    }

    private static Posted.Reason reason(Posted posted) {
        return ((Posted.Refused) posted).reason();
    }

    private static void isMalformed(Posted posted) {
        assertThat(reason(posted)).isEqualTo(Posted.Reason.MALFORMED);
    }

    private static void isUnsupported(Posted posted) {
        assertThat(reason(posted)).isEqualTo(Posted.Reason.UNSUPPORTED);
    }

    private static Posted read(@Nullable String type, String body) {
        return FormBodies.read(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> values(String type, String body) {
        return ((Posted.Values) read(type, body)).values();
    }
}
