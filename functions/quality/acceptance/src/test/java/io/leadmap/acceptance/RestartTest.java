package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * {@code kill -9} in the middle of the work: nothing that was answered is lost, nothing is sent
 * twice.
 */
class RestartTest {

    private static final int WRITERS = 4;

    @Test
    void
            after_kill_9_every_answered_form_is_there_once_and_every_mail_went_once_or_is_openly_uncertain(
                    @TempDir Path data) throws InterruptedException {
        Set<String> answered = ConcurrentHashMap.newKeySet();
        try (Leadmap leadmap = Leadmap.startedOn(data, "2026-03-02T00:00:00Z")) {
            CountDownLatch enough = new CountDownLatch(12);
            List<Thread> writers =
                    IntStream.range(0, WRITERS)
                            .mapToObj(w ->
                                    Thread.ofPlatform()
                                            .daemon()
                                            .start(() -> burst(leadmap, w, answered, enough)))
                            .toList();
            enough.await();
            leadmap.kill();
            for (Thread writer : writers) {
                writer.join();
            }
        }
        try (Leadmap leadmap = Leadmap.startedOn(data, "2026-03-02T00:00:00Z")) {
            Caller ava = leadmap.as("brightwater", "ava");
            leadmap.advance("PT3H");
            for (String email : answered) {
                String id = ava.lead(email).path("id").asText();
                assertThat(ava.history(id)).containsOnlyOnce("formReceived");
                eventually(() -> {
                    List<String> states =
                            ava.get("/leads/" + id + "/emails")
                                    .expect(200)
                                    .json()
                                    .path("items")
                                    .valueStream()
                                    .map(m -> m.path("state").asText())
                                    .toList();
                    assertThat(states).hasSize(1).isSubsetOf("sent", "uncertain");
                });
                List<JsonNode> arrived = leadmap.mailTo(email);
                assertThat(arrived.size()).as("mails to " + email).isLessThanOrEqualTo(1);
                if (ava.history(id).contains("emailSent")) {
                    assertThat(arrived).hasSize(1);
                }
            }
            assertThat(answered).hasSizeGreaterThanOrEqualTo(12);
            Map<String, Long> twice =
                    leadmap.anyone()
                            .send(
                                    "GET",
                                    "/_local/mail",
                                    null,
                                    null,
                                    Map.of("Accept", "application/json"))
                            .json()
                            .valueStream()
                            .collect(
                                    Collectors.groupingBy(
                                            m -> m.path("to").toString() + m.path("subject"),
                                            Collectors.counting()));
            assertThat(twice)
                    .as("each lead is written to once")
                    .allSatisfy((to, count) -> {
                        if (to.contains("@example.com")) {
                            assertThat(count).isEqualTo(1);
                        }
                    });
        }
    }

    private static void burst(
            Leadmap leadmap, int writer, Set<String> answered, CountDownLatch enough) {
        for (int i = 0; i < 500; i++) {
            String email = "w" + writer + "n" + i + "@example.com";
            try {
                leadmap.submit(
                                "brightwater-massage",
                                Map.of(
                                        "firstName",
                                        "Kill",
                                        "lastName",
                                        "Nine" + writer + "x" + i,
                                        "email",
                                        email,
                                        "phone",
                                        "04161%02d%03d".formatted(writer, i)))
                        .expect(303);
            } catch (java.io.UncheckedIOException killed) {
                return;
            }
            answered.add(email);
            enough.countDown();
        }
    }
}
