package io.leadmap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;

/** The README's five minutes work as they are printed. */
class TourTest {

    @Test
    void the_lines_of_the_tour_work_as_printed() throws IOException, InterruptedException {
        String readme = Files.readString(Leadmap.repository().resolve("README.md"));
        String tour = readme.substring(readme.indexOf("tour: begin"), readme.indexOf("tour: end"));
        String lines =
                tour.substring(
                        tour.indexOf("```bash") + "```bash".length(), tour.lastIndexOf("```"));
        try (Leadmap leadmap = Leadmap.startedAt("2026-03-02T00:00:00Z")) {
            ProcessBuilder shell =
                    new ProcessBuilder("bash", "-euc", lines).redirectErrorStream(true);
            shell.environment().put("LEADMAP", leadmap.address().toString());
            Process run = shell.start();
            String printed =
                    new String(
                            run.getInputStream().readAllBytes(),
                            java.nio.charset.StandardCharsets.UTF_8);
            assertThat(run.waitFor()).as(printed).isZero();
            assertThat(printed)
                    .contains(
                            "\"reference\"",
                            "\"status\":\"CONTACTED\"",
                            "\"callLogged\"",
                            "\"valid\":true")
                    .contains("What happens at your first visit");
        }
    }
}
