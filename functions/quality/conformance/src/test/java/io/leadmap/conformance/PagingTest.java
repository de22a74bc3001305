package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;

/**
 * Pages while colleagues work (domain section 10): a row that stays in a list and keeps its sort
 * value is shown exactly once, and a page is never larger than what Lambda can answer with.
 */
class PagingTest {

    private static int practices;

    private Conversation people;

    @BeforeEach
    void aPracticeOfItsOwn() {
        practices++;
        people =
                new Conversation(
                        new Deployment(Instant.parse("2026-03-01T00:00:00Z")), "paged" + practices);
    }

    private List<String> leads(int count) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            people.deployment.clock.advance(Duration.ofSeconds(1));
            ids.add(add("Lead %02d".formatted(i), i));
        }
        return ids;
    }

    private String add(String name, int number) {
        String json =
                "{\"name\":\"%s\",\"firstName\":\"Lea\",\"email\":\"lea%d@example.com\",\"ownerId\":\"%s\"}"
                        .formatted(name, number, number % 2 == 0 ? "ava" : "noah");
        return people.post("/leads", json).expect(201).json().path("id").asText();
    }

    private void contacted(String lead) {
        status(lead, "CONTACTED");
    }

    private void status(String lead, String status) {
        people.post("/leads/" + lead + "/status", "{\"status\":\"" + status + "\"}").expect(200);
    }

    /** The ids of all pages; something happens between the second and the third. */
    private List<String> followed(String list, int limit, Consumer<List<String>> meanwhile) {
        List<String> shown = new ArrayList<>();
        String cursor = "";
        for (int page = 1; ; page++) {
            JsonNode answer = people.get(list + "limit=" + limit + cursor).expect(200).json();
            answer.path("items").forEach(item -> shown.add(item.path("id").asText()));
            if (page == 2) {
                meanwhile.accept(List.copyOf(shown));
            }
            if (answer.path("next").isNull()) {
                return shown;
            }
            cursor = "&cursor=" + answer.path("next").asText();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sort=name",
                "sort=-name",
                "sort=created",
                "sort=attempts",
                "sort=-lastActivity",
                "sort=owner",
                "sort=source",
                "sort=-invoiced",
                "total=true"
            })
    void a_row_that_stays_is_shown_once_though_others_leave_the_list(String sort) {
        List<String> all = leads(12);
        List<String> left = new ArrayList<>();

        List<String> shown =
                followed(
                        "/leads?status=CREATED&" + sort + "&",
                        4,
                        seen -> {
                            left.addAll(List.of(seen.get(0), seen.get(3), seen.getLast()));
                            left.forEach(this::contacted);
                        });

        assertThat(shown).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
        assertThat(left).hasSize(3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=name", "sort=-name", "sort=created", "sort=-attempts"})
    void a_row_that_stays_is_shown_once_though_others_join_the_list(String sort) {
        List<String> all = leads(16);
        List<String> early = all.subList(0, 3);
        early.forEach(this::contacted);
        Set<String> stay = new TreeSet<>(all.subList(3, 16));

        List<String> shown =
                followed(
                        "/leads?status=CREATED&" + sort + "&",
                        5,
                        seen -> {
                            early.forEach(lead -> status(lead, "CREATED"));
                            add("Aaron first", 100);
                            add("Zoe last", 101);
                        });

        assertThat(shown).doesNotHaveDuplicates().containsAll(stay);
    }

    @ParameterizedTest
    @ValueSource(strings = {"sort=name", "sort=lastActivity", "sort=attempts"})
    void the_last_page_is_the_last_although_everything_before_it_left(String sort) {
        List<String> all = leads(9);

        List<String> shown =
                followed(
                        "/leads?status=CREATED&" + sort + "&",
                        4,
                        seen -> seen.forEach(this::contacted));

        assertThat(shown).containsExactlyInAnyOrderElementsOf(all);
    }

    @Test
    void rows_of_one_sort_value_are_told_apart_by_their_ids() {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < 9; i++) {
            all.add(add("The same name", i));
        }

        List<String> shown =
                followed(
                        "/leads?status=CREATED&sort=-name&", 2, seen -> contacted(seen.getFirst()));

        assertThat(shown).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(all);
    }

    @ParameterizedTest
    @CsvSource({
        "/practice/people, id",
        "/practice/sources, id",
        "/practice/fields, key",
        "/practice/macros, id",
        "/macros, id"
    })
    void a_practices_list_goes_on_in_the_version_that_it_began_with(String list, String id) {
        List<String> whole = new ArrayList<>();
        people.get(list + "?limit=200")
                .expect(200)
                .json()
                .path("items")
                .forEach(item -> whole.add(item.path(id).asText()));

        List<String> shown = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = people.get(list + "?limit=1" + cursor).expect(200).json();
            page.path("items").forEach(item -> shown.add(item.path(id).asText()));
            people.post("/sources", "{\"name\":\"Source %d\"}".formatted(shown.size())).expect(201);
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());

        assertThat(shown).isEqualTo(whole).hasSizeGreaterThan(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "order=newest&", "type=noteAdded&", "type=noteAdded&order=newest&"})
    void a_history_goes_on_behind_the_last_entry_though_it_grows(String query) {
        String lead = leads(1).getFirst();
        for (int i = 0; i < 12; i++) {
            note(lead, "<p>Note " + i + "</p>");
        }
        String history = "/leads/" + lead + "/history?" + query;
        Set<Long> before = new HashSet<>();
        people.get(history + "limit=200")
                .json()
                .path("items")
                .forEach(entry -> before.add(entry.path("seq").asLong()));

        List<Long> shown = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = people.get(history + "limit=5" + cursor).expect(200).json();
            page.path("items").forEach(entry -> shown.add(entry.path("seq").asLong()));
            if (shown.size() < 12) {
                note(lead, "<p>Meanwhile</p>");
            }
            cursor = page.path("next").isNull() ? "" : "&cursor=" + page.path("next").asText();
        } while (!cursor.isEmpty());

        assertThat(shown).doesNotHaveDuplicates().containsAll(before);
    }

    private void note(String lead, String html) {
        people.post("/leads/" + lead + "/notes", "{\"html\":\"" + html + "\"}").expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\u6f22", "\\\\"})
    void a_history_of_long_notes_comes_in_pages_that_can_be_answered(String character) {
        String lead = leads(1).getFirst();
        for (int i = 0; i < 112; i++) {
            note(lead, character.repeat(20_000));
        }

        List<Long> shown = new ArrayList<>();
        String cursor = "";
        do {
            Answer page = people.get("/leads/" + lead + "/history?limit=200" + cursor);
            assertThat(page.expect(200).weight()).isLessThan(6_000_000);
            page.json().path("items").forEach(entry -> shown.add(entry.path("seq").asLong()));
            JsonNode next = page.json().path("next");
            cursor = next.isNull() ? "" : "&cursor=" + next.asText();
        } while (!cursor.isEmpty());

        assertThat(shown).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(113);
    }

    @Test
    void a_cursor_tells_nobody_whose_name_it_holds() {
        leads(3);
        String next = people.get("/leads?sort=name&limit=1").json().path("next").asText();

        byte[] opened = java.util.Base64.getUrlDecoder().decode(next);
        assertThat(
                        new String(opened, java.nio.charset.StandardCharsets.ISO_8859_1)
                                .toLowerCase(java.util.Locale.ROOT))
                .doesNotContain("lead");
        assertThat(people.get("/leads?sort=name&limit=1").json().path("next").asText())
                .isEqualTo(next);
    }

    @Test
    void a_cursor_of_other_filters_is_refused_however_they_are_written() {
        leads(5);
        String next =
                people.get("/leads?q=lea&sort=name&limit=1")
                        .expect(200)
                        .json()
                        .path("next")
                        .asText();

        assertThat(people.get("/leads?q=lea%2C%20sort%3Dname&limit=1&cursor=" + next).status())
                .isEqualTo(400);
        assertThat(people.get("/leads?q=lea&sort=name&limit=1&cursor=" + next).status())
                .isEqualTo(200);
    }

    @Test
    void the_longest_name_can_be_paged_by() {
        for (int i = 0; i < 3; i++) {
            add("\u6f22".repeat(199) + i, i);
        }

        assertThat(followed("/leads?sort=name&", 1, seen -> {})).hasSize(3);
    }
}
