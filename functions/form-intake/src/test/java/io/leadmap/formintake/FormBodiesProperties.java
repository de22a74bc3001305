package io.leadmap.formintake;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.NotEmpty;
import net.jqwik.api.constraints.StringLength;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

class FormBodiesProperties {

    private static final String URL_ENCODED = "application/x-www-form-urlencoded";

    @Property
    void garbage_is_refused_or_read_and_never_a_fault(@ForAll byte[] body) {
        for (String type :
                List.of(URL_ENCODED, "multipart/form-data; boundary=b", "application/json")) {
            assertThat(FormBodies.read(type, body)).isNotNull();
        }
    }

    @Property
    void a_content_type_of_garbage_is_never_a_fault(@ForAll String type) {
        byte[] body = "--x--".getBytes(StandardCharsets.UTF_8);

        assertThat(FormBodies.read(type, body)).isNotNull();
        assertThat(FormBodies.read("multipart/form-data; " + type, body)).isNotNull();
    }

    @Property
    void what_a_browser_encodes_is_what_is_read(
            @ForAll @NotEmpty @AlphaChars String name,
            @ForAll @StringLength(max = 60) String text) {
        String value = asSent(text);
        String encoded = name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);

        assertThat(FormBodies.read(URL_ENCODED, encoded.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Posted.Values(Map.of(name, List.of(value)), false));
    }

    @Property
    void a_part_arrives_as_it_was_sent(@ForAll @StringLength(max = 60) String text) {
        String value = asSent(text);
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(
                "--0123456789\r\nContent-Disposition: form-data; name=a\r\n\r\n"
                        .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(value.getBytes(StandardCharsets.UTF_8));
        body.writeBytes("\r\n--0123456789--\r\n".getBytes(StandardCharsets.UTF_8));

        assertThat(FormBodies.read("multipart/form-data; boundary=0123456789", body.toByteArray()))
                .isEqualTo(new Posted.Values(Map.of("a", List.of(value)), false));
    }

    /** Half characters cannot be sent. */
    private static String asSent(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }
}
