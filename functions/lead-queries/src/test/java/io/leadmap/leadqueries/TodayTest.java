package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.ContactEntry.CallLogged;
import io.leadmap.domain.history.OwnerEntry;
import io.leadmap.domain.history.StatusEntry;
import io.leadmap.domain.history.SuspensionEntry;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.domain.lead.Status;
import io.leadmap.domain.lead.SuspensionCause;
import io.leadmap.domain.message.Message;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.testkit.LeadStory;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

class TodayTest {

    private final Desk desk = QueriesDesk.open();
    private int leads;

    @Test
    void a_new_lead_waits_with_the_clock_of_its_target() {
        LeadStory tim = lead("ava");
        desk.clock.advance(Duration.ofMinutes(4));
        assertThat(desk.get("/today").text()).contains("\"target\":\"PT5M\"");
        JsonNode waits = group(today(""), "new");
        assertThat(number(waits, "count")).isEqualTo(1);
        assertThat(number(waits, "overdue")).isZero();
        JsonNode item = items(waits).getFirst();
        assertThat(lead(item, "id")).isEqualTo(tim.id().value());
        assertThat(number(member(item, "lead"), "version"))
                .isEqualTo(tim.lead().revision().version());

        desk.clock.advance(Duration.ofMinutes(2));
        assertThat(number(group(today(""), "new"), "overdue")).isEqualTo(1);
    }

    @Test
    void whoever_was_called_in_vain_is_tried_again_and_says_when_the_sweep_comes() {
        LeadStory tim = lead("ava");
        for (int i = 0; i < 3; i++) {
            tim.then(desk.store, new CallLogged(CallLogged.Outcome.NO_ANSWER, null));
            desk.clock.advance(Duration.ofHours(1));
        }

        assertThat(number(group(today(""), "new"), "count")).isZero();
        JsonNode item = items(group(today(""), "tryAgain")).getFirst();
        assertThat(number(item, "attempts")).isEqualTo(3);
        assertThat(Desk.text(item, "sweptAt")).isEqualTo("2026-02-28T11:30:00.001Z");
    }

    @Test
    void cancelled_suspected_and_transferred_leads_have_groups_of_their_own() {
        lead("ava")
                .then(
                        desk.store,
                        new StatusEntry.StatusChanged(
                                Status.CREATED, Status.CANCELLED, null, null, false));
        lead("ava").then(desk.store, new SuspensionEntry.Suspended(SuspensionCause.DUPLICATE));
        lead("noah").then(desk.store, new OwnerEntry.TransferRequested("ava"));

        JsonNode mine = today("");
        for (String group : List.of("toRebook", "toCheck", "transfers")) {
            assertThat(number(group(mine, group), "count")).as(group).isEqualTo(1);
        }
        assertThat(number(group(mine, "new"), "count")).isZero();
    }

    @Test
    void to_dos_of_today_and_before_are_due_with_their_lead() {
        LeadStory tim = lead("noah");
        ask("now", tim.id(), Duration.ZERO);
        ask("tomorrow", tim.id(), Duration.ofHours(4)); // 0:30 in Melbourne

        List<JsonNode> due = items(group(today(""), "due"));
        assertThat(due).hasSize(1);
        assertThat(Desk.text(member(due.getFirst(), "todo"), "id")).isEqualTo("now");
        assertThat(lead(due.getFirst(), "id")).isEqualTo(tim.id().value());
    }

    @Test
    void a_to_do_about_no_lead_is_due_with_its_version() {
        ask("cards", null, Duration.ZERO);

        JsonNode due = items(group(today(""), "due")).getFirst();
        assertThat(number(member(due, "todo"), "version")).isEqualTo(1);
        assertThat(member(due, "lead").isNull()).isTrue();
    }

    @Test
    void what_is_nobody_s_and_what_a_person_left_behind_waits_for_whoever_takes_it() {
        LeadStory nobodys = lead(null);
        LeadStory left = lead("noah");
        lead("ava");
        desk.reconfigure(TodayTest::withoutNoah);

        assertThat(items(group(today("?whose=none"), "new")))
                .extracting(item -> lead(item, "id"))
                .containsExactly(nobodys.id().value(), left.id().value());
    }

    @Test
    void the_team_s_work_is_everybody_s_and_counted_by_person() {
        lead(null);
        lead("ava");
        lead("noah");
        desk.clock.advance(Duration.ofHours(1));

        JsonNode team = today("?whose=team");
        assertThat(number(group(team, "new"), "count")).isEqualTo(3);
        JsonNode ava = items(team, "people").getFirst();
        assertThat(Desk.text(ava, "id")).isEqualTo("ava");
        assertThat(number(ava, "waiting")).isEqualTo(1);
        assertThat(number(ava, "overdue")).isEqualTo(1);
        assertThat(today("").get("people")).isNull();
    }

    @Test
    void more_than_a_page_is_counted_and_more_than_that_is_said() {
        for (int i = 0; i < 2 * ReadToday.COUNTED - 1; i++) {
            lead("ava");
        }
        JsonNode waits = group(today(""), "new");
        assertThat(items(waits)).hasSize(ReadToday.SHOWN);
        assertThat(number(waits, "count")).isEqualTo(2 * ReadToday.COUNTED - 1);
        assertThat(member(waits, "orMore").getBooleanValue()).isFalse();

        lead("ava");
        lead("ava");
        assertThat(member(group(today(""), "new"), "orMore").getBooleanValue()).isTrue();
    }

    @Test
    void a_lead_that_came_just_now_is_new_behind_many_that_were_called_in_vain() {
        for (int i = 0; i < 2 * ReadToday.COUNTED + 1; i++) {
            lead("ava").then(desk.store, new CallLogged(CallLogged.Outcome.NO_ANSWER, null));
        }
        LeadStory tim = lead("ava");

        assertThat(items(group(today(""), "new")))
                .extracting(item -> lead(item, "id"))
                .containsExactly(tim.id().value());
        assertThat(member(group(today(""), "tryAgain"), "orMore").getBooleanValue()).isTrue();
    }

    @Test
    void who_polls_is_told_that_nothing_has_changed_though_time_passes() {
        lead("ava");
        HttpResponse first = desk.get("/today");
        desk.clock.advance(Duration.ofSeconds(30));
        Map<String, String> known =
                Map.of(
                        "if-none-match",
                        Optional.ofNullable(first.headers().get("ETag")).orElseThrow());

        assertThat(desk.call("ava", "[agent]", "GET", "/today", "", known).status()).isEqualTo(304);
        lead("ava");
        assertThat(desk.call("ava", "[agent]", "GET", "/today", "", known).status()).isEqualTo(200);
    }

    @Test
    void a_message_waits_for_its_reader_and_shows_on_nobody_else_s_day() {
        LeadStory tim = lead(null);
        for (String id : List.of("m1", "m2")) {
            LeadId about = id.equals("m1") ? tim.id() : null;
            Message message = new Message(id, about, "noah", List.of("ava"), "<p>Hi</p>", now());
            desk.store.messages().send(desk.practice.id(), message);
        }
        desk.store
                .messages()
                .read(
                        desk.practice.id(),
                        desk.store.messages().find(desk.practice.id(), "ava", "m2").orElseThrow(),
                        "ava",
                        now());

        JsonNode waits = group(today(""), "messages");
        assertThat(number(waits, "count")).isEqualTo(1);
        JsonNode item = items(waits).getFirst();
        assertThat(Desk.text(member(item, "message"), "html")).isEqualTo("<p>Hi</p>");
        assertThat(Desk.text(member(item, "author"), "name")).isEqualTo("Noah Singh");
        assertThat(lead(item, "id")).isEqualTo(tim.id().value());
        assertThat(number(group(today("?whose=team"), "messages"), "count")).isZero();
    }

    @Test
    void more_messages_than_are_counted_are_said_to_be_more() {
        for (int i = 0; i <= ReadToday.COUNTED; i++) {
            Message message =
                    new Message("m" + i, null, "noah", List.of("ava"), "<p>Hi</p>", now());
            desk.store.messages().send(desk.practice.id(), message);
        }
        JsonNode waits = group(today(""), "messages");
        assertThat(number(waits, "count")).isEqualTo(ReadToday.COUNTED);
        assertThat(member(waits, "orMore").getBooleanValue()).isTrue();
    }

    @Test
    void another_person_s_day_cannot_be_asked_for() {
        assertThat(desk.get("/today?whose=noah").status()).isEqualTo(400);
    }

    private LeadStory lead(@Nullable String owner) {
        desk.clock.advance(Duration.ofMillis(1));
        LeadId id = new LeadId("lead%022d".formatted(leads++));
        LeadStory story =
                new LeadStory(desk.practice.id(), id, desk.clock)
                        .begin(desk.store, "tim@example.com", null);
        return story.then(desk.store, new OwnerEntry.OwnerChanged("anna", owner));
    }

    private void ask(String id, @Nullable LeadId lead, Duration later) {
        desk.store
                .toDos()
                .ask(
                        desk.practice.id(),
                        new ToDo(id, lead, "ava", "Call.", desk.clock.instant().plus(later)));
    }

    private static String withoutNoah(String document) {
        int noah = document.indexOf("\"id\": \"noah\"");
        int active = document.indexOf("\"active\": true", noah);
        return document.substring(0, active)
                + "\"active\": false"
                + document.substring(active + "\"active\": true".length());
    }

    private JsonNode today(String query) {
        HttpResponse response = desk.get("/today" + query);
        assertThat(response.status()).as(response.text()).isEqualTo(200);
        return Desk.json(response);
    }

    private static JsonNode group(JsonNode today, String name) {
        return items(today, "groups").stream()
                .filter(group -> Desk.text(group, "group").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<JsonNode> items(JsonNode group) {
        return items(group, "items");
    }

    private static List<JsonNode> items(JsonNode node, String name) {
        return StreamSupport.stream(member(node, name).values().spliterator(), false).toList();
    }

    private static JsonNode member(JsonNode node, String name) {
        return Optional.ofNullable(node.get(name)).orElseThrow();
    }

    private static int number(JsonNode node, String name) {
        return member(node, name).getIntValue();
    }

    private static String lead(JsonNode item, String name) {
        return Desk.text(member(item, "lead"), name);
    }

    private Instant now() {
        return desk.clock.instant();
    }
}
