package io.leadmap.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.domain.decide.Refusal.FieldError;
import io.micronaut.json.tree.JsonNode;

import org.junit.jupiter.api.Test;

/** JSON as strangers send it and as we wrote it. */
class ViewsTest {

    @Test
    void a_strict_view_names_every_fault_by_its_path_and_reads_on() throws Exception {
        StrictView view = strict("{\"a\": 1, \"b\": {\"c\": \"x\", \"d\": true}, \"e\": [{}]}");

        assertThat(view.text("a")).isNull();
        StrictView inner = view.objectOrEmpty("b");
        assertThat(inner.number("c", 7, 0, 9)).isEqualTo(7);
        assertThat(view.objects("e")).hasSize(1).first().satisfies(e -> e.requiredText("f"));

        assertThat(view.malformed())
                .extracting(FieldError::field)
                .containsExactly("a", "b.c", "b.d");
        assertThat(view.invalid()).extracting(FieldError::field).containsExactly("e[0].f");
    }

    @Test
    void names_that_nobody_read_are_right_where_senders_may_add_some() throws Exception {
        StrictView view = strict("{\"a\": 1, \"more\": 2}");

        assertThat(view.text("a")).isNull();
        view.missing("b");

        assertThat(view.malformed()).extracting(FieldError::field).containsExactly("a", "more");
        assertThat(view.wrong()).extracting(FieldError::field).containsExactly("a", "b");
    }

    @Test
    void null_is_as_good_as_missing_in_a_document_and_names_an_empty_member_in_a_map()
            throws Exception {
        StrictView view = strict("{\"a\": null, \"b\": {\"c\": null}}");

        assertThat(view.text("a", "other")).isEqualTo("other");
        assertThat(view.members("b")).containsOnlyKeys("c").containsValue(JsonNode.nullNode());

        assertThat(view.wrong()).isEmpty();
        assertThat(view.malformed()).isEmpty();
    }

    @Test
    void what_must_be_there_and_is_not_is_a_fault_to_a_trusting_view() throws Exception {
        TrustingView view = trusting("{\"a\": \"x\", \"n\": 3, \"z\": null}");

        assertThat(view.text("a")).isEqualTo("x");
        assertThat(view.integer("n")).isEqualTo(3);
        assertThatThrownBy(() -> view.text("b"))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("b");
        assertThatThrownBy(() -> view.text("z")).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> view.text("n")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void what_may_be_missing_reads_as_blank_all_the_way_down() throws Exception {
        TrustingView view = trusting("{\"a\": {\"b\": [\"x\"]}}");

        assertThat(view.find("a").texts("b")).containsExactly("x");
        assertThat(view.find("c").find("d").textOrEmpty("e")).isEmpty();
        assertThat(view.find("c").at("d").text("e")).as("there, and empty").isEmpty();
        assertThat(view.find("c").texts("d")).isEmpty();
        assertThat(view.textOrNull("c")).isNull();
        assertThat(view.flag("c")).isFalse();
        assertThat(view.has("c")).isFalse();
    }

    /** An event's sender is trusted, and a wrong event is answered and no fault all the same. */
    @Test
    void what_may_be_missing_is_missing_if_it_is_of_another_type() throws Exception {
        TrustingView view = trusting("{\"a\": 1, \"b\": \"true\", \"c\": true, \"d\": [{}]}");

        assertThat(view.textOrEmpty("a")).isEmpty();
        assertThat(view.isTrue("b")).isFalse();
        assertThat(view.isTrue("c")).isTrue();
        assertThat(view.find("d").find("e").textOrEmpty("f")).isEmpty();
    }

    private static StrictView strict(String text) throws Json.Malformed {
        return StrictView.of(Json.read(text));
    }

    private static TrustingView trusting(String text) throws Json.Malformed {
        return new TrustingView(Json.read(text));
    }
}
