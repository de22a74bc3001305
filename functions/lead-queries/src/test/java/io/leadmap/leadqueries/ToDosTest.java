package io.leadmap.leadqueries;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.Desk;
import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.lambda.HttpResponse;

import org.junit.jupiter.api.Test;

class ToDosTest {

    private static final LeadId TIM = new LeadId("tim00000000000000000000000");
    private static final LeadId TOM = new LeadId("tom00000000000000000000000");

    private final Desk desk = QueriesDesk.open();

    @Test
    void a_lead_s_to_dos_are_found_behind_those_of_others() {
        for (int i = 1; i <= 60; i++) {
            ask("t" + i, TIM, i);
        }
        ask("t61", TOM, 61);

        assertThat(desk.get("/todos?lead=" + TOM).text()).contains("\"t61\"").doesNotContain("t60");
        HttpResponse first = desk.get("/todos");
        assertThat(first.text()).contains("\"t50\"").doesNotContain("\"t51\"", "\"next\":null");
    }

    @Test
    void a_day_is_meant_where_the_practice_is() {
        ask("friday", TIM, 0); // Friday 20:30 in Melbourne
        ask("saturday", TIM, 12_600); // Saturday 0:00

        assertThat(desk.get("/todos?dueTo=2026-02-27").text())
                .contains("friday")
                .doesNotContain("saturday");
        assertThat(desk.get("/todos?dueTo=2026-02-28").text()).contains("friday", "saturday");
        assertThat(desk.get("/todos?dueTo=2026-02-26").text()).contains("\"items\":[]");
        assertThat(desk.get("/todos?dueTo=today").status()).isEqualTo(400);
    }

    private void ask(String id, LeadId lead, int second) {
        desk.store
                .toDos()
                .ask(
                        desk.practice.id(),
                        new ToDo(
                                id,
                                lead,
                                "ava",
                                "Call.",
                                desk.clock.instant().plusSeconds(second)));
    }
}
