package io.leadmap.leadupdates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.desk.Desk;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.history.Actor;
import io.leadmap.domain.history.Cause;
import io.leadmap.domain.practice.Practice;
import io.leadmap.domain.practice.PracticeId;
import io.leadmap.domain.practice.Role;
import io.leadmap.lambda.HttpResponse;
import io.leadmap.leads.WriteRequest;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.ToDos;
import io.leadmap.ports.Unavailable;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** To-dos that people make, change and finish (domain section 5). */
class ToDoCommandsTest {

    private static final String AGENT = "[agent]";

    private final Desk desk = UpdatesDesk.open();

    @Test
    void a_to_do_is_on_the_list_of_whom_it_was_asked_until_it_is_done() {
        String id = add("{\"assigneeId\":\"ava\",\"text\":\" Call the lab \"}");
        assertThat(list("ava"))
                .contains(id, "\"Call the lab\"", "\"authorId\":\"ava\"", "\"leadId\":null");

        assertThat(desk.post("/todos/" + id + "/done", "").text()).contains("\"state\":\"done\"");
        assertThat(list("ava")).doesNotContain(id);
        assertThat(desk.patch("/todos/" + id, "{\"text\":\"No\"}").status()).isEqualTo(404);
    }

    @Test
    void said_twice_it_is_done_once_and_noted_once() {
        String lead = desk.lead(Desk.MONIQUE);
        String id = add(about(lead));
        String note = "{\"note\":\"Spoke to <her>\\nCalls back\"}";

        HttpResponse first = desk.post("/todos/" + id + "/done", note);
        HttpResponse again = desk.post("/todos/" + id + "/done", note);

        assertThat(first.status()).as(first.text()).isEqualTo(200);
        assertThat(again.text()).isEqualTo(first.text());
        assertThat(desk.get("/leads/" + lead + "/history").text())
                .containsOnlyOnce("noteAdded")
                .contains("Spoke to &lt;her&gt;</p><p>Calls back");
    }

    @Test
    void a_note_that_stands_already_is_not_added_again_where_the_rest_failed() {
        String lead = desk.lead(Desk.MONIQUE);
        String id = add(about(lead));
        Actor ava = Actor.person("ava", "Ava", Set.of(Role.AGENT));
        WriteRequest request =
                new WriteRequest(
                        desk.practice,
                        ava,
                        new Cause(Cause.Kind.REQUEST, "r"),
                        null,
                        Optional.empty(),
                        false);
        WriteToDos writing =
                new WriteToDos(
                        new Interrupted(desk.store.toDos()),
                        desk.store.firstAnswers(),
                        desk.writer,
                        desk.ids,
                        desk.clock,
                        Backoff.NONE);

        assertThatThrownBy(() -> writing.finish(request, id, "<p>Done</p>"))
                .isInstanceOf(Unavailable.class);
        assertThat(writing.finish(request, id, "<p>Done</p>"))
                .isInstanceOf(WriteToDos.Outcome.Done.class);

        assertThat(desk.get("/leads/" + lead + "/history").text()).containsOnlyOnce("noteAdded");
        assertThat(list("ava")).doesNotContain(id);
    }

    @Test
    void what_is_not_done_after_all_is_on_the_list_again_and_its_note_stays() {
        String lead = desk.lead(Desk.MONIQUE);
        String id = add(about(lead));
        String reopen = "/todos/" + id + "/reopen";
        assertThat(desk.post(reopen, "").text()).contains("\"version\":1", "\"open\"");
        desk.post("/todos/" + id + "/done", "{\"note\":\"Spoke to her\"}");
        assertThat(desk.call("noah", AGENT, "POST", reopen, "", Map.of()).status()).isEqualTo(403);
        assertThat(desk.post(reopen, "", Map.of("if-match", "\"1\"")).status()).isEqualTo(412);

        HttpResponse again = desk.post(reopen, "", Map.of("if-match", "\"2\""));
        assertThat(again.text()).contains("\"version\":3", "\"state\":\"open\"");
        assertThat(desk.post(reopen, "").text()).isEqualTo(again.text());
        assertThat(list("ava")).contains(id);
        assertThat(desk.get("/leads/" + lead + "/history").text()).containsOnlyOnce("noteAdded");

        desk.call("ava", AGENT, "DELETE", "/todos/" + id, "", Map.of());
        assertThat(desk.post(reopen, "").status()).isEqualTo(404);
    }

    @Test
    void a_note_needs_a_lead() {
        String id = add("{\"assigneeId\":null,\"text\":\"Order cards\"}");
        HttpResponse answer = desk.post("/todos/" + id + "/done", "{\"note\":\"Ordered\"}");
        assertThat(answer.status()).isEqualTo(422);
        assertThat(list("none")).contains(id);
    }

    @Test
    void given_to_somebody_else_it_is_on_their_list_alone_and_stays_the_author_s_to_take_back() {
        String id = add("{\"assigneeId\":\"ava\",\"text\":\"Call\"}");
        HttpResponse given = desk.patch("/todos/" + id, "{\"assigneeId\":\"noah\"}");
        assertThat(given.text()).contains("\"version\":2", "\"text\":\"Call\"");
        assertThat(list("ava")).doesNotContain(id);
        assertThat(list("noah")).contains(id);

        assertThat(desk.call("ava", AGENT, "DELETE", "/todos/" + id, "", Map.of()).status())
                .isEqualTo(204);
        assertThat(list("noah")).doesNotContain(id);
        assertThat(desk.post("/todos/" + id + "/done", "").status()).isEqualTo(404);
    }

    @Test
    void nobody_but_author_assignee_and_administrators_may_touch_it() {
        String id = add("{\"assigneeId\":\"ava\",\"text\":\"Call\"}");
        String done = "/todos/" + id + "/done";
        assertThat(desk.call("noah", AGENT, "POST", done, "", Map.of()).status()).isEqualTo(403);
        assertThat(list("ava")).contains(id);
        assertThat(desk.call("mei", "[administrator]", "POST", done, "", Map.of()).status())
                .isEqualTo(200);

        String anybodys = add("{\"assigneeId\":null,\"text\":\"Water the plants\"}");
        done = "/todos/" + anybodys + "/done";
        assertThat(desk.call("noah", AGENT, "POST", done, "", Map.of()).status()).isEqualTo(200);
    }

    @Test
    void who_has_seen_an_older_version_is_shown_the_newer_one() {
        String id = add("{\"assigneeId\":\"ava\",\"text\":\"Call\"}");
        desk.patch("/todos/" + id, "{\"text\":\"Call in the morning\"}");
        Map<String, String> first = Map.of("if-match", "\"1\"");

        HttpResponse stale =
                desk.call("ava", AGENT, "PATCH", "/todos/" + id, "{\"text\":\"Mail\"}", first);
        assertThat(stale.status()).isEqualTo(412);
        assertThat(stale.text()).contains("Call in the morning");
        assertThat(desk.post("/todos/" + id + "/done", "", first).status()).isEqualTo(412);
        assertThat(list("ava")).contains("Call in the morning");
    }

    @Test
    void the_same_key_asks_once() {
        Map<String, String> key = Map.of("idempotency-key", "k-1");
        String body = "{\"assigneeId\":\"ava\",\"text\":\"Call\"}";
        HttpResponse first = desk.post("/todos", body, key);
        desk.clock.advance(Duration.ofMinutes(1));

        assertThat(desk.post("/todos", body, key).text()).isEqualTo(first.text());
        assertThat(desk.post("/todos", body.replace("Call", "Mail"), key).status()).isEqualTo(422);
        assertThat(list("ava")).containsOnlyOnce("\"text\"");
    }

    @Test
    void what_cannot_be_asked_is_refused() {
        for (String body :
                List.of(
                        "{\"text\":\"Call\"}",
                        "{\"assigneeId\":\"nobody\",\"text\":\"Call\"}",
                        "{\"assigneeId\":\"ava\",\"text\":\" \"}",
                        "{\"assigneeId\":\"ava\",\"text\":\"" + "x".repeat(1001) + "\"}",
                        "{\"assigneeId\":\"ava\",\"text\":\"Call\",\"dueAt\":\"9999999-01-01\"}",
                        "{\"assigneeId\":\"ava\",\"text\":\"Call\",\"dueAt\":\"0900-01-01T00:00:00Z\"}",
                        "{\"assigneeId\":\"ava\",\"text\":\"Call\",\"leadId\":\"none\"}")) {
            assertThat(desk.post("/todos", body).status()).as(body).isEqualTo(422);
        }
        assertThat(list("ava")).contains("\"items\":[]");
    }

    private String about(String lead) {
        return "{\"leadId\":\"%s\",\"assigneeId\":\"ava\",\"text\":\"Call\"}".formatted(lead);
    }

    private String add(String body) {
        HttpResponse answer = desk.post("/todos", body);
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return Desk.text(Desk.json(answer), "id");
    }

    private String list(String assignee) {
        return desk.get("/todos?assignee=" + assignee).text();
    }

    /** The first change does not arrive. */
    private static final class Interrupted implements ToDos {
        private final ToDos toDos;
        private boolean interrupted;

        Interrupted(ToDos toDos) {
            this.toDos = toDos;
        }

        @Override
        public void ask(PracticeId practice, ToDo toDo) {
            toDos.ask(practice, toDo);
        }

        @Override
        public List<ToDo> open(PracticeId practice, @Nullable String assignee, int limit) {
            return toDos.open(practice, assignee, limit);
        }

        @Override
        public Optional<ToDo> find(Practice practice, String id) {
            return toDos.find(practice, id);
        }

        @Override
        public boolean change(PracticeId practice, ToDo before, ToDo after, Instant now) {
            if (!interrupted) {
                interrupted = true;
                throw new Unavailable("interrupted", null);
            }
            return toDos.change(practice, before, after, now);
        }
    }
}
