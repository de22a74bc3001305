package io.leadmap.runtime.form;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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
        assertThat(read(URL_ENCODED, "a=%4")).isInstanceOf(Posted.Malformed.class);
        assertThat(read(URL_ENCODED, "a=%zz")).isInstanceOf(Posted.Malformed.class);
        assertThat(read(URL_ENCODED, "a=%ff")).isInstanceOf(Posted.Malformed.class);
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
                    .isInstanceOf(Posted.Malformed.class);
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
                .isInstanceOf(Posted.Unsupported.class);
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
        assertThat(read("application/json", "[1]")).isInstanceOf(Posted.Malformed.class);
        assertThat(read("application/json", "{\"a\":{}}")).isInstanceOf(Posted.Malformed.class);
        assertThat(read("application/json", "{\"a\":[1]}")).isInstanceOf(Posted.Malformed.class);
        assertThat(read("application/json", "{\"a\"")).isInstanceOf(Posted.Malformed.class);
    }

    @Test
    void a_content_type_with_an_open_quote_is_not_supported() {
        assertThat(FormBodies.read("\"", new byte[0])).isInstanceOf(Posted.Unsupported.class);
    }

    @Test
    void other_media_types_and_other_encodings_are_not_supported() {
        assertThat(read(null, "a=b")).isInstanceOf(Posted.Unsupported.class);
        assertThat(read("text/plain", "a=b")).isInstanceOf(Posted.Unsupported.class);
        assertThat(read(URL_ENCODED + "; charset=iso-8859-1", "a=b"))
                .isInstanceOf(Posted.Unsupported.class);
    }

    private static Posted read(@Nullable String type, String body) {
        return FormBodies.read(type, body.getBytes(StandardCharsets.UTF_8));
    }

    private static Map<String, List<String>> values(String type, String body) {
        return ((Posted.Values) read(type, body)).values();
    }
}
