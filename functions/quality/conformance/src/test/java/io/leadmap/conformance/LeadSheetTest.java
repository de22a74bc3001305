package io.leadmap.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The Lead Sheet (domain section 10) over the template's table: each filter alone and some
 * together, orders, search, pages and export. Today is Wednesday, 11 March 2026 in Melbourne.
 */
class LeadSheetTest {

    private static final ZoneId MELBOURNE = ZoneId.of("Australia/Melbourne");
    private static final Map<String, String> IDS = new HashMap<>();
    private static Conversation sheet;

    @BeforeAll
    static void aWinterOfLeads() {
        sheet = new Conversation(new Deployment(Instant.parse("2026-01-14T23:00:00Z")), "sheet");
        on("2026-01-15");
        add("Anna", "Berg", "ava", "google", "physio", "");
        add("Bela", "Cone", "noah", "facebook", "massage", "");
        add("Ina", "Jung", "ava", "gp", "physio", ",\"firstContactAt\":\"2025-12-20T01:00:00Z\"");
        on("2026-01-20");
        add("Cleo", "Dunn", "ava", "google", "harbour", "");
        on("2026-02-01");
        add("Dana", "Ebert", "noah", "friend", "physio", "");
        on("2026-02-05");
        status("Dana", "BOOKED", "");
        on("2026-02-10");
        status("Bela", "BOOKED", "");
        on("2026-02-12");
        status("Cleo", "BOOKED", "");
        on("2026-02-20");
        status("Bela", "CANCELLED", "");
        on("2026-02-25");
        status("Dana", "INVOICED", "");
        on("2026-03-03");
        add("Emil", "Fox", null, "google", "massage", "");
        on("2026-03-04");
        add("Fia", "Gold", "ava", null, "physio", ",\"comment\":\"=HYPERLINK(1)\"");
        did("Fia", "/calls", "{\"outcome\":\"reached\"}");
        on("2026-03-05");
        add("Gus", "Hahn", "ava", "google", "physio", "");
        on("2026-03-06");
        status("Gus", "BOOKED", "");
        add("Hal", "van der Ivy", "noah", "facebook", "physio", "");
        status("Hal", "LOST", ",\"lossReason\":\"priceShopping\"");
        on("2026-03-09");
        add("Jo", "Kern", "ava", "google", "physio", ",\"name\":\"Jo Kern - massage\"");
        did("Jo", "/calls", "{\"outcome\":\"noAnswer\"}");
        did("Jo", "/calls", "{\"outcome\":\"voicemail\"}");
        did("Jo", "/owner", "{\"ownerId\":\"noah\",\"transfer\":true}");
        on("2026-03-10");
        add("Kim", "Lund", null, "google", "physio", ",\"email\":null");
        robot();
        on("2026-03-11");
    }

    private static void on(String day) {
        Instant morning = LocalDate.parse(day).atTime(10, 0).atZone(MELBOURNE).toInstant();
        sheet.deployment.clock.advance(Duration.between(sheet.deployment.clock.instant(), morning));
    }

    private static void add(
            String first,
            String last,
            @Nullable String owner,
            @Nullable String source,
            String division,
            String more) {
        sheet.deployment.clock.advance(Duration.ofMinutes(1));
        String email = first.toLowerCase(java.util.Locale.ROOT) + "@example.com";
        String json =
                "{\"firstName\":\"%s\",\"lastName\":\"%s\",\"phone\":\"0417 000 %03d\",\"divisionId\":\"%s\"%s%s%s%s}"
                        .formatted(
                                first,
                                last,
                                IDS.size(),
                                division,
                                owner == null ? "" : ",\"ownerId\":\"" + owner + "\"",
                                source == null ? "" : ",\"sourceId\":\"" + source + "\"",
                                more.contains("email") ? "" : ",\"email\":\"" + email + "\"",
                                more);
        IDS.put(first, sheet.post("/leads", json).expect(201).json().path("id").asText());
    }

    private static void status(String who, String status, String more) {
        did(who, "/status", "{\"status\":\"" + status + "\"" + more + "}");
    }

    private static void did(String who, String path, String body) {
        sheet.post("/leads/" + IDS.get(who) + path, body).expect(200);
    }

    private static void robot() {
        sheet.deployment.clock.advance(Duration.ofMinutes(1));
        JsonNode form =
                sheet.call(
                                "nobody",
                                "GET",
                                "/forms/sheet-enquiry",
                                Map.of("accept", "application/json"),
                                "")
                        .json();
        String body = "{\"fullName\":\"Robo Tron\",\"email\":\"r@example.com\",\"%s\":\"x\"}";
        sheet.post("/forms/sheet-enquiry", body.formatted(form.path("honeypot").asText()))
                .expect(202);
    }

    /** The first names of the rows of an answer, in their order. */
    private static List<String> names(Answer answer) {
        List<String> names = new ArrayList<>();
        answer.expect(200)
                .json()
                .path("items")
                .forEach(row -> names.add(row.path("name").asText().split(" ", 2)[0]));
        return names;
    }

    private static List<String> split(String names) {
        return names.isBlank() ? List.of() : List.of(names.strip().split(" +", -1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "created=lastWeek&never=booked&status=CREATED,CONTACTED | Fia Emil",
                "booked=lastMonth&status=CANCELLED                      | Bela",
                "owner=ava&created=thisYear&never=booked                | Jo Fia Anna",
                "owner=me&created=thisYear&never=booked                 | Jo Fia Anna",
            })
    void the_three_questions_of_the_domain_are_answered(String query, String expected) {
        assertThat(names(sheet.get("/leads?" + query))).isEqualTo(split(expected));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "status=CREATED                        | Kim Jo Emil Anna Ina",
                "status=CONTACTED,LOST                 | Hal Fia",
                "owner=noah                            | Hal Dana Bela",
                "owner=none                            | Kim Emil",
                "owner=noah,none                       | Kim Hal Emil Dana Bela",
                "source=facebook                       | Hal Bela",
                "source=none                           | Fia",
                "source=friend,none                    | Fia Dana",
                "division=massage                      | Emil Bela",
                "division=harbour                      | Cleo",
                "division=harbour,massage              | Emil Cleo Bela",
                "created=today                         | ''",
                "created=yesterday                     | Kim",
                "created=thisWeek                      | Kim Jo",
                "created=lastWeek                      | Hal Gus Fia Emil",
                "created=thisMonth                     | Kim Jo Hal Gus Fia Emil",
                "created=lastMonth                     | Dana",
                "created=last30Days                    | Kim Jo Hal Gus Fia Emil",
                "created=thisYear&status=BOOKED        | Gus Cleo",
                "createdFrom=2026-03-05&createdTo=2026-03-06 | Hal Gus",
                "createdTo=2025-12-31                  | Ina",
                "createdFrom=2026-03-09                | Kim Jo",
                "booked=lastMonth                      | Cleo Bela Dana",
                "bookedFrom=2026-02-10&bookedTo=2026-02-10   | Bela",
                "invoiced=lastMonth                    | Dana",
                "invoiced=thisMonth                    | ''",
                "cancelled=lastMonth                   | Bela",
                "cancelledTo=2026-02-19                | ''",
                "lost=thisMonth                        | Hal",
                "lostFrom=2026-03-07                   | ''",
                "never=booked&created=lastMonth        | ''",
                "never=invoiced&booked=lastMonth       | Cleo Bela",
                "never=booked,invoiced&owner=noah      | Hal",
                "appointment=none&owner=noah           | Hal Dana Bela",
                "appointmentState=booked               | ''",
                "attemptsFrom=1                        | Jo",
                "attemptsTo=0&created=thisWeek         | Kim",
                "attemptsFrom=2&attemptsTo=2           | Jo",
                "activityFrom=2026-03-10               | Kim",
                "activityTo=2026-01-31                 | Anna Ina",
                "lossReason=priceShopping              | Hal",
                "lossReason=noContact                  | ''",
                "transferTo=noah                       | Jo",
                "transferTo=me                         | ''",
                "suspended=INCOMPLETE                  | Kim",
                "suspended=SPAM                        | Robo",
                "suspended=none&created=thisWeek       | Jo",
                "suspended=any&created=thisWeek        | Robo Kim Jo",
                "division=physio&owner=ava&status=BOOKED&booked=thisMonth | Gus",
                "owner=ava&booked=lastMonth            | Cleo",
            })
    void each_filter_finds_what_it_says(String query, String expected) {
        assertThat(names(sheet.get("/leads?" + query))).isEqualTo(split(expected.replace("'", "")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "q=gus@example.com                | Gus",
                "q=GUS@Example.COM                | Gus",
                "q=0417%20000%20000               | Anna",
                "q=%2B61417000000                 | Anna",
                "q=be                             | Bela Anna",
                "q=BERG                           | Anna",
                "q=ivy                            | Hal",
                "q=van%20der                      | Hal",
                "q=massage                        | Jo",
                "q=van%C2%A0d%C3%89r              | Hal",
                "q=ivy%20hal                      | Hal",
                "q=halvander                      | Hal",
                "q=-                              | ''",
                "q=erg                            | ''",
                "q=nobody@example.com             | ''",
                "q=be&owner=ava                   | Anna",
                "q=gus@example.com&owner=noah     | ''",
                "q=r@example.com                  | ''",
                "q=r@example.com&suspended=any    | Robo",
            })
    void a_search_finds_people_by_address_or_by_the_beginning_of_a_name(
            String query, String expected) {
        List<String> wanted = split(expected.replace("'", ""));
        assertThat(names(sheet.get("/leads?" + query))).containsExactlyInAnyOrderElementsOf(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sort=created&owner=ava          | Ina Anna Cleo Fia Gus Jo",
                "sort=-created&owner=ava         | Jo Gus Fia Cleo Anna Ina",
                "sort=booked&owner=noah          | Dana Bela Hal",
                "sort=-booked&booked=lastMonth   | Cleo Bela Dana",
                "sort=booked&booked=lastMonth    | Dana Bela Cleo",
                "sort=name&owner=ava             | Anna Cleo Fia Gus Ina Jo",
                "sort=-name&owner=ava            | Jo Ina Gus Fia Cleo Anna",
                "sort=owner&booked=lastMonth&status=BOOKED,INVOICED | Cleo Dana",
                "sort=-attempts&created=thisWeek | Jo Kim",
                "sort=-lastActivity&owner=noah   | Hal Dana Bela",
                "sort=lost&owner=noah            | Hal",
            })
    void rows_come_in_the_order_that_is_asked_for(String query, String expected) {
        List<String> wanted = split(expected);
        assertThat(names(sheet.get("/leads?" + query)).subList(0, wanted.size())).isEqualTo(wanted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "created=thisYear",
                "sort=name",
                "booked=thisYear",
                "owner=ava",
                "sort=-attempts&created=thisYear"
            })
    void pages_follow_each_other_without_a_gap_or_a_repeat(String query) {
        List<String> whole = names(sheet.get("/leads?" + query));
        assertThat(whole).hasSizeGreaterThan(3);

        for (int limit : List.of(1, 2, 3)) {
            List<String> paged = new ArrayList<>();
            String cursor = "";
            do {
                Answer page = sheet.get("/leads?" + query + "&limit=" + limit + cursor);
                assertThat(names(page)).hasSizeLessThanOrEqualTo(limit);
                paged.addAll(names(page));
                JsonNode next = page.json().path("next");
                cursor = next.isNull() ? "" : "&cursor=" + next.asText();
            } while (!cursor.isEmpty());
            assertThat(paged).isEqualTo(whole);
        }
    }

    @Test
    void a_cursor_works_for_its_practice_and_its_question_alone() {
        String next = sheet.get("/leads?owner=ava&limit=2").json().path("next").asText();
        assertThat(sheet.get("/leads?owner=ava&limit=3&cursor=" + next).status()).isEqualTo(200);

        badCursor(sheet.get("/leads?owner=noah&limit=2&cursor=" + next));
        badCursor(sheet.get("/leads?owner=ava&sort=name&limit=2&cursor=" + next));
        badCursor(sheet.get("/leads?owner=ava&limit=2&cursor=" + next.substring(1)));
        badCursor(sheet.get("/leads?owner=ava&limit=2&cursor=x" + next.substring(1)));
        badCursor(sheet.get("/leads/" + IDS.get("Gus") + "/history?limit=2&cursor=" + next));
        Conversation other = new Conversation(sheet.deployment, "othersheet");
        badCursor(other.get("/leads?owner=ava&limit=2&cursor=" + next));
        assertThat(names(other.get("/leads"))).isEmpty();
    }

    private static void badCursor(Answer answer) {
        assertThat(answer.expect(400).json().path("type").asText()).isEqualTo("bad-cursor");
    }

    @Test
    void the_total_counts_what_the_filter_means_and_not_the_page() {
        JsonNode page = sheet.get("/leads?owner=ava&limit=2&total=true").expect(200).json();
        assertThat(page.path("total").asInt()).isEqualTo(6);
        assertThat(page.path("orMore").asBoolean()).isFalse();
        assertThat(sheet.get("/leads?owner=ava").json().has("total")).isFalse();
    }

    @Test
    void the_export_has_every_row_with_days_and_harmless_cells() {
        Answer csv =
                sheet.call(
                        "ava", "GET", "/leads?owner=ava&limit=1", Map.of("accept", "text/csv"), "");

        assertThat(csv.expect(200).mediaType()).isEqualTo("text/csv");
        List<String> lines = csv.body().lines().toList();
        assertThat(lines.getFirst())
                .startsWith("\uFEFF\"id\",\"name\",\"email\",\"phone\",\"patient\",\"status\"");
        assertThat(lines).hasSize(7);
        assertThat(lines)
                .anyMatch(line -> line.contains("Fia Gold") && line.contains(",\"'=HYPERLINK(1)\""))
                .anyMatch(line -> line.contains("Ina Jung") && line.contains(",\"2025-12-20\","))
                .anyMatch(line -> line.contains("Gus Hahn") && line.contains(",\"2026-03-06\","))
                // A number with a plus sign begins like a formula, too.
                .allMatch(line -> !line.contains("\"+61"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"sort=name", "sort=-name", "sort=created", "sort=-attempts", "sort=owner"})
    void the_export_is_in_the_order_that_is_asked_for(String sort) {
        List<String> names = new ArrayList<>();
        sheet.call("ava", "GET", "/leads?" + sort, Map.of("accept", "text/csv"), "")
                .expect(200)
                .body()
                .lines()
                .skip(1)
                .forEach(line -> names.add(line.split("\"", -1)[3].split(" ", 2)[0]));

        assertThat(names).isEqualTo(names(sheet.get("/leads?" + sort))).hasSizeGreaterThan(5);
    }

    @Test
    void the_export_has_whole_comments() {
        String comment = "Rings back after the holidays; " + "and again ".repeat(150) + "!";
        sheet.call(
                        "ava",
                        "PATCH",
                        "/leads/" + IDS.get("Fia"),
                        Map.of(),
                        "{\"comment\":\"" + comment + "\"}")
                .expect(200);
        for (String sort : List.of("", "sort=name")) {
            Answer csv =
                    sheet.call("ava", "GET", "/leads?" + sort, Map.of("accept", "text/csv"), "");
            assertThat(csv.expect(200).body()).contains("\"" + comment + "\"");
        }
        sheet.call(
                        "ava",
                        "PATCH",
                        "/leads/" + IDS.get("Fia"),
                        Map.of(),
                        "{\"comment\":\"=HYPERLINK(1)\"}")
                .expect(200);
    }
}
