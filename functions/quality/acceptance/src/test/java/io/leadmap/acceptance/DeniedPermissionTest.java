package io.leadmap.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The policies of {@code template.yaml} hold where the project runs locally, too. */
class DeniedPermissionTest {

    private static final String ALLOWED =
            """
                      - Sid: AppendHistoryAndFindOwnCommit
                        Effect: Allow
                        Action: [dynamodb:GetItem, dynamodb:PutItem]
            """;

    @Test
    void a_function_denied_one_permission_fails_with_its_name_in_the_log_and_tells_callers_nothing(
            @TempDir Path folder) throws IOException {
        String template = Files.readString(Leadmap.repository().resolve("template.yaml"));
        int allowed = template.indexOf(ALLOWED);
        assertThat(allowed).as("the statement in AppendsCommits").isPositive();
        Files.writeString(
                folder.resolve("template.yaml"),
                template.substring(0, allowed)
                        + ALLOWED.replace(", dynamodb:PutItem", "")
                        + template.substring(allowed + ALLOWED.length()));
        Files.createSymbolicLink(
                folder.resolve("functions"), Leadmap.repository().resolve("functions"));

        try (Leadmap leadmap = Leadmap.startedIn(folder, "2026-03-02T00:00:00Z")) {
            Answer answer =
                    leadmap.as("brightwater", "ava")
                            .post("/leads", Map.of("firstName", "Denise", "phone", "0419 000 001"));
            assertThat(answer.status()).isEqualTo(503);
            assertThat(answer.body())
                    .doesNotContain("dynamodb", "HistoryTable", "Exception", "arn:");
            assertThat(leadmap.output())
                    .anyMatch(line ->
                            line.contains("[LeadUpdates]")
                                    && line.contains("dynamodb:PutItem")
                                    && line.contains("HistoryTable"));
            assertThat(leadmap.output()).noneMatch(line -> line.contains("Denise"));
        }
    }
}
