package io.leadmap.local;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** A story that was played once serves the next starts of the same build, and no others. */
class PlayedStoriesTest {
    private static final Instant END = Instant.parse("2026-11-27T09:00:00Z");
    private static final Duration AN_HOUR = Duration.ofHours(1);
    private static final String URL = "http://localhost:8080";

    @TempDir Path build;
    @TempDir Path target;
    private PlayedStories stories;

    @BeforeEach
    void open() {
        stories = new PlayedStories(build.resolve("demonstration"), "aa11");
    }

    private void play(PlayedStories in, Instant end) throws IOException {
        Path playing = in.begin();
        Files.createDirectories(playing.resolve("dynamodb"));
        Files.writeString(playing.resolve("dynamodb/tables"), "played until " + end);
        Files.writeString(playing.resolve("clock.json"), "{}");
        in.keep(playing, end, URL);
    }

    private String taken() throws IOException {
        return Files.readString(target.resolve("dynamodb/tables"));
    }

    private List<String> kept() throws IOException {
        try (Stream<Path> children = Files.list(build.resolve("demonstration"))) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .toList();
        }
    }

    @Test
    void nothing_is_taken_before_anything_was_played() throws IOException {
        assertThat(stories.take(END, target, URL)).isEmpty();
        assertThat(target).isEmptyDirectory();
    }

    @Test
    void the_next_start_takes_what_was_played_and_learns_where_it_ended() throws IOException {
        play(stories, END);
        assertThat(stories.take(END.plus(AN_HOUR), target, URL)).contains(END);
        assertThat(taken()).isEqualTo("played until " + END);
        assertThat(target.resolve("played.json")).doesNotExist();
        assertThat(target.resolve("clock.json")).doesNotExist();
    }

    @Test
    void a_story_is_taken_for_a_day() throws IOException {
        play(stories, END);
        Instant tomorrow = END.plus(PlayedStories.LONGEST_KEPT);
        assertThat(stories.take(tomorrow.minusSeconds(1), target, URL)).isPresent();
        assertThat(stories.take(tomorrow, target, URL)).isEmpty();
    }

    @Test
    void a_clock_before_its_end_takes_nothing() throws IOException {
        play(stories, END);
        assertThat(stories.take(END.minusSeconds(1), target, URL)).isEmpty();
    }

    @Test
    void another_build_takes_nothing_and_its_own_story_replaces_the_old() throws IOException {
        play(stories, END);
        PlayedStories other = new PlayedStories(build.resolve("demonstration"), "bb22");
        assertThat(other.take(END.plus(AN_HOUR), target, URL)).isEmpty();
        play(other, END.plus(AN_HOUR));
        assertThat(kept()).singleElement().asString().startsWith("bb22-");
    }

    @Test
    void what_a_killed_start_left_is_never_taken_and_goes_when_a_story_is_kept()
            throws IOException, InterruptedException {
        Process gone = new ProcessBuilder("true").start();
        gone.waitFor();
        Path half =
                Files.createDirectories(
                        build.resolve("demonstration/playing-" + gone.pid() + "-1/dynamodb"));
        Files.writeString(half.resolve("tables"), "half");
        assertThat(stories.take(END, target, URL)).isEmpty();
        play(stories, END);
        assertThat(kept()).singleElement().asString().startsWith("aa11-");
    }

    @Test
    void what_another_runner_is_playing_stays() throws IOException {
        Path others = stories.begin();
        play(stories, END);
        assertThat(others).exists();
        play(stories, END.plus(AN_HOUR));
        assertThat(stories.take(END.plus(AN_HOUR), target, URL)).contains(END.plus(AN_HOUR));
    }

    @Test
    void two_that_end_at_the_same_time_keep_one() throws IOException {
        play(stories, END);
        play(stories, END);
        assertThat(kept()).hasSize(1);
    }

    @Test
    void mails_link_to_where_the_product_is_now() throws IOException {
        Path playing = stories.begin();
        Files.createDirectories(playing.resolve("mail"));
        Files.writeString(
                playing.resolve("mail/00000001.json"),
                "<http://localhost:8080/unsubscribe/x> \u00fc http://localhost:80801/z");
        stories.keep(playing, END, URL);
        stories.take(END, target, "http://localhost:9");
        assertThat(target.resolve("mail/00000001.json"))
                .content()
                .isEqualTo("<http://localhost:9/unsubscribe/x> \u00fc http://localhost:80801/z");
    }
}
