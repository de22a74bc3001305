package io.leadmap.scenes;

import static org.assertj.core.api.Assertions.assertThat;

import io.leadmap.desk.MailDesk;
import io.leadmap.domain.drip.DripRun;
import io.leadmap.domain.practice.Practice;
import io.leadmap.json.Json;
import io.leadmap.leads.Sweep;
import io.leadmap.phones.InternationalPhones;
import io.leadmap.pms.KnownProviders;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Deadline;
import io.leadmap.practice.ConfigurationJson;
import io.leadmap.practiceimport.ImportPractice;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.Map;

/** A campaign that an operator imports anew while leads are in it. */
class ImportedCampaignTest {

    private final MailDesk desk = new MailDesk();

    @Test
    void a_campaign_that_loses_the_mail_behind_which_a_run_stands_goes_on() throws Json.Malformed {
        desk.timAsks();
        desk.passes(Duration.ofDays(3));
        assertThat(drips()).containsEntry("changed", 1L);

        importsWithout(
                "{\"id\":\"what-to-expect\",\"delay\":\"PT48H\",\"macroId\":\"what-to-expect\"},");
        desk.passes(Duration.ofDays(7));
        assertThat(drips()).containsEntry("changed", 1L);
        assertThat(desk.tim().drips().runs().values())
                .flatMap(DripRun::decided)
                .containsExactly("what-to-expect", "stories");
    }

    private void importsWithout(String text) throws Json.Malformed {
        Practice newest = desk.store.practices().find(desk.practice.id()).orElseThrow();
        String document = Json.text(ConfigurationJson.write(newest));
        assertThat(document).contains(text);
        assertThat(
                        new ImportPractice(
                                        desk.store.practices(),
                                        new InternationalPhones(),
                                        new KnownProviders(),
                                        Backoff.NONE)
                                .apply(Json.read(document.replace(text, "")))
                                .get("errors"))
                .isNull();
    }

    private Map<String, Long> drips() {
        return desk.sweep.run(Sweep.Kind.DRIP, "drip-sweep", Deadline.NONE);
    }
}
