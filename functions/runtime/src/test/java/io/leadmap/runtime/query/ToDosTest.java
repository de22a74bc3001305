package io.leadmap.runtime.query;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.domain.decide.ToDo;
import io.leadmap.domain.lead.LeadId;
import io.leadmap.runtime.HttpResponse;
import io.leadmap.runtime.lead.Desk;

import org.junit.jupiter.api.Test;

class ToDosTest {

    private static final LeadId TIM = new LeadId("tim00000000000000000000000");
    private static final LeadId TOM = new LeadId("tom00000000000000000000000");

    private final Desk desk = new Desk();

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
