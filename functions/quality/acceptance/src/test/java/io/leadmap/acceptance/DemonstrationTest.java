package io.leadmap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a newcomer finds after the first command, and after the next one. Played once for all tests,
 * in a folder of its own, until Wednesday, 4 March 2026, 14:00 in Melbourne.
 */
class DemonstrationTest {

    private static final String NOW = "2026-03-04T03:00:00Z";
    private static final String NEXT_MORNING = "2026-03-04T22:00:00Z";

    private static final String[] EVERY_STATUS = {
        "CREATED", "CONTACTED", "BOOKED", "CANCELLED", "INVOICED", "LOST", "INVALID"
    };

    private static final Map<String, String> MANAGERS =
            new TreeMap<>(Map.of("brightwater", "mei", "northlight", "george"));

    @TempDir private static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Leadmap first;

    @BeforeAll
    static void start() throws IOException {
        Files.copy(Leadmap.repository().resolve("template.yaml"), folder.resolve("template.yaml"));
        Files.createSymbolicLink(
                folder.resolve("functions"), Leadmap.repository().resolve("functions"));
        first = Leadmap.withItsDemonstration(folder, NOW);
    }

    @AfterAll
    static void end() {
        first.close();
    }

    private static Stream<Caller> managers(Leadmap leadmap) {
        return MANAGERS.entrySet().stream()
                .map(manager -> leadmap.as(manager.getKey(), manager.getValue()));
    }

    private static List<JsonNode> leads(Caller person) {
        return person.get("/leads?limit=200&suspended=any")
                .expect(200)
                .json()
                .path("items")
                .valueStream()
                .toList();
    }

    private static List<String> each(List<JsonNode> leads, String field) {
        return leads.stream().map(lead -> lead.path(field).asText()).toList();
    }

    @Test
    void a_first_start_says_which_day_it_plays_and_where_it_is_reached_and_nothing_else() {
        assertThat(first.output()).hasSize(2);
        assertThat(first.output().getFirst())
                .matches(
                        "Playing three weeks of the demonstration, once for this build:"
                                + " \\d+ February( \\d+)+ 1 March 2 3 4");
        assertThat(first.output().getLast()).isEqualTo("Leadmap is ready: " + first.address());
    }

    @Test
    void two_practices_of_their_own_size_have_leads_in_every_status() {
        List<List<JsonNode>> practices = managers(first).map(DemonstrationTest::leads).toList();
        assertThat(practices)
                .allSatisfy(leads -> assertThat(each(leads, "status")).contains(EVERY_STATUS));
        assertThat(practices.getFirst().size()).isBetween(60, 75);
        assertThat(practices.getLast().size()).isBetween(35, 45);
    }

    @Test
    void some_are_incomplete_suspected_or_waiting_for_a_colleagues_answer() {
        managers(first)
                .map(DemonstrationTest::leads)
                .forEach(leads ->
                        assertThat(each(leads, "suspended"))
                                .contains("INCOMPLETE", "DUPLICATE", "SPAM"));
        assertThat(leads(first.as("brightwater", "mei")))
                .filteredOn(lead -> !lead.path("transferTo").isNull())
                .hasSize(1);
    }

    @Test
    void nobody_has_touched_the_newest_and_others_are_to_be_tried_again() {
        managers(first)
                .forEach(person -> {
                    List<JsonNode> leads = leads(person);
                    assertThat(each(leads.subList(0, 2), "status")).containsOnly("CREATED");
                    leads.subList(0, 2)
                            .forEach(lead ->
                                    assertThat(person.history(lead.path("id").asText()))
                                            .contains("formReceived", "emailSent")
                                            .doesNotContain(
                                                    "callLogged", "noteAdded", "ownerChanged"));
                    assertThat(leads)
                            .filteredOn(lead -> lead.path("status").asText().equals("CREATED"))
                            .filteredOn(lead -> lead.path("attempts").asInt() > 0)
                            .hasSizeGreaterThan(1);
                });
    }

    @Test
    void there_is_something_to_do_today() {
        managers(first)
                .forEach(person -> {
                    Map<String, Integer> waiting =
                            person.get("/today?whose=team")
                                    .expect(200)
                                    .json()
                                    .path("groups")
                                    .valueStream()
                                    .collect(
                                            Collectors.toMap(
                                                    group -> group.path("group").asText(),
                                                    group -> group.path("count").asInt()));
                    assertThat(waiting.get("new")).isGreaterThanOrEqualTo(2);
                    assertThat(waiting.get("tryAgain")).isGreaterThanOrEqualTo(2);
                    assertThat(waiting.get("toCheck")).isGreaterThanOrEqualTo(2);
                    assertThat(waiting.get("toRebook")).isGreaterThanOrEqualTo(1);
                });
    }

    @Test
    void every_row_of_the_mega_report_counts_something_and_sources_differ_in_their_luck() {
        managers(first).forEach(person -> assertThat(totals(person)).hasSize(5));
        Map<String, Double> brightwater = luck(first.as("brightwater", "mei"));
        assertThat(brightwater.get("Facebook Ads")).isLessThan(0.3);
        assertThat(brightwater.get("Google Search")).isBetween(0.4, 0.8);
        assertThat(brightwater.get("Referral from a GP")).isGreaterThan(0.7);
        Map<String, Double> northlight = luck(first.as("northlight", "george"));
        assertThat(northlight.get("Instagram")).isLessThan(northlight.get("Search engine"));
    }

    private static JsonNode report(Caller person) {
        return person.get("/reports/mega?from=2026-02-09&to=2026-03-04&by=week&split=source")
                .expect(200)
                .json()
                .path("rows");
    }

    /** Those that are not zero. */
    private static Map<String, Integer> totals(Caller person) {
        return report(person)
                .valueStream()
                .filter(row -> row.path("total").asInt() > 0)
                .collect(
                        Collectors.toMap(
                                row -> row.path("row").asText(), row -> row.path("total").asInt()));
    }

    /** The share of booked leads by source. */
    private static Map<String, Double> luck(Caller person) {
        Map<String, Integer> asked = split(person, "additionalLeads");
        Map<String, Integer> booked = split(person, "additionalLeadsBooked");
        return asked.entrySet().stream()
                .collect(
                        Collectors.toMap(
                                Map.Entry::getKey,
                                source ->
                                        (double) booked.getOrDefault(source.getKey(), 0)
                                                / source.getValue()));
    }

    private static Map<String, Integer> split(Caller person, String row) {
        return report(person)
                .valueStream()
                .filter(r -> r.path("row").asText().equals(row))
                .flatMap(r -> r.path("split").valueStream())
                .collect(
                        Collectors.toMap(
                                s -> s.path("name").asText(), s -> s.path("total").asInt()));
    }

    @Test
    void mail_went_out_bounced_and_was_declined() {
        assertThat(first.mailTo("@")).hasSizeGreaterThan(150);
        managers(first)
                .forEach(person ->
                        assertThat(
                                        person.get("/suppressions")
                                                .expect(200)
                                                .json()
                                                .path("items")
                                                .valueStream()
                                                .map(s -> s.path("kind").asText()))
                                .containsExactlyInAnyOrder("hardBounce", "unsubscribe"));
    }

    @Test
    void every_history_is_whole() {
        managers(first)
                .forEach(person ->
                        leads(person)
                                .forEach(lead ->
                                        assertThat(
                                                        person.get(
                                                                        "/leads/%s/history/verification"
                                                                                .formatted(
                                                                                        lead.path(
                                                                                                        "id")
                                                                                                .asText()))
                                                                .json()
                                                                .path("valid")
                                                                .asBoolean())
                                                .isTrue()));
    }

    @Test
    void a_later_start_takes_what_was_played_and_moves_on_also_while_the_first_runs() {
        try (Leadmap second = Leadmap.withItsDemonstration(folder, NEXT_MORNING)) {
            assertThat(second.output()).containsExactly("Leadmap is ready: " + second.address());
            assertThat(second.now()).isAfterOrEqualTo(NEXT_MORNING);
            assertThat(leads(second.as("brightwater", "mei")))
                    .extracting(lead -> lead.path("id").asText())
                    .containsExactlyElementsOf(each(leads(first.as("brightwater", "mei")), "id"));
            assertThat(second.mailTo("@")).hasSizeGreaterThan(first.mailTo("@").size());
            assertThat(second.mailTo("@").toString())
                    .contains(second.address() + "/unsubscribe/")
                    .doesNotContain(first.address().toString());
        }
    }

    @Test
    void a_new_data_folder_begins_with_the_story_and_goes_on_by_itself(@TempDir Path data) {
        Map<String, String> ring = Map.of("firstName", "Edna", "phone", "0491 570 006");
        int before;
        try (Leadmap own = Leadmap.withItsDemonstrationOn(data, folder, NOW)) {
            Caller mei = own.as("brightwater", "mei");
            before = leads(mei).size();
            mei.post("/leads", ring).expect(201);
            own.kill();
        }
        try (Leadmap again = Leadmap.withItsDemonstrationOn(data, folder, NEXT_MORNING)) {
            assertThat(each(leads(again.as("brightwater", "mei")), "name"))
                    .hasSize(before + 1)
                    .contains("Edna");
        }
        assertThat(each(leads(first.as("brightwater", "mei")), "name")).doesNotContain("Edna");
    }

    @Test
    void a_data_folder_that_holds_anything_is_its_owners(@TempDir Path data) {
        try (Leadmap own = Leadmap.startedOn(data, NOW)) {
            own.as("brightwater", "mei")
                    .post("/leads", Map.of("firstName", "Edna", "phone", "0491 570 006"))
                    .expect(201);
        }
        try (Leadmap again = Leadmap.withItsDemonstrationOn(data, folder, NOW)) {
            assertThat(each(leads(again.as("brightwater", "mei")), "name")).containsExactly("Edna");
            assertThat(leads(again.as("northlight", "george"))).isEmpty();
        }
    }
}
