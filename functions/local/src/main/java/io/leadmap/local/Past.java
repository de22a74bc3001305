package io.leadmap.local;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.leadmap.demonstration.DemonstrationPractices;
import io.leadmap.demonstration.Story;
import io.leadmap.local.Runner.Opening;
import io.leadmap.local.RunnerSettings.Demonstrated;
import io.leadmap.local.data.DataFolder;
import io.leadmap.local.functions.FunctionOutput;
import io.leadmap.local.http.HttpFront;
import io.leadmap.template.Template;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What happened before the runner serves: what its data folder holds, or the demonstration. A
 * folder that holds anything is its owner's; one that is new begins with a copy of the story. A
 * start that was killed in the middle of that begins again from nothing, for nobody had been served
 * yet.
 */
final class Past {
    private static final String DOCUMENT = "demonstration";
    private static final String LOADING = "loading";
    private static final String LOADED = "loaded";

    /** The clock runs on while the last of it is played. */
    private static final Duration BEFORE_NOW = Duration.ofMinutes(1);

    private final RunnerSettings settings;
    private final HttpFront front;
    private final InstantSource real;
    private final FunctionOutput output;
    private final Consumer<LocalDate> day;
    private final DataFolder own;

    /**
     * @param front where the runner will serve
     * @param day told of each day of the story as it is played
     */
    Past(
            RunnerSettings settings,
            HttpFront front,
            InstantSource real,
            FunctionOutput output,
            Consumer<LocalDate> day) {
        this.settings = settings;
        this.front = front;
        this.real = real;
        this.output = output;
        this.day = day;
        this.own = new DataFolder(settings.data());
        if (state(own).equals(LOADING)) {
            own.clear();
        }
    }

    private static String state(DataFolder data) {
        return data.read(DOCUMENT).map(d -> d.path("state").asText()).orElse("");
    }

    private static void mark(DataFolder data, String state) {
        data.write(DOCUMENT, JsonNodeFactory.instance.objectNode().put("state", state));
    }

    /** Opens the runner where it left off, or where the demonstration ends. */
    Runner open() {
        Demonstrated wanted = settings.demonstration();
        DemonstrationPractices practices =
                wanted == Demonstrated.NONE
                        ? DemonstrationPractices.none()
                        : DemonstrationPractices.shipped();
        if (!own.isUnused() || wanted == Demonstrated.NONE) {
            return open(own, settings.start(), practices, () -> {});
        }
        try {
            return wanted == Demonstrated.STORY ? withStory(practices) : withPractices(practices);
        } catch (IOException e) {
            throw new UncheckedIOException("the demonstration cannot be kept", e);
        }
    }

    private Runner open(
            DataFolder data,
            @Nullable Instant start,
            DemonstrationPractices practices,
            Runnable afterwards) {
        return Runner.open(
                new Opening(settings, front, front.url(), data, start, practices, afterwards),
                real,
                output);
    }

    private Runner withPractices(DemonstrationPractices practices) {
        mark(own, LOADING);
        Runner runner = open(own, settings.start(), practices, () -> {});
        Story.importInto(URI.create(runner.url()), practices);
        mark(own, LOADED);
        return runner;
    }

    private Instant now() {
        Instant start = settings.start();
        return start == null ? real.instant() : start;
    }

    private Runner withStory(DemonstrationPractices practices) throws IOException {
        mark(own, LOADING);
        Path given = own.root();
        Path folder = given == null ? Files.createTempDirectory("leadmap-story") : given;
        Instant end = story(practices, folder);
        DataFolder data = new DataFolder(folder);
        mark(data, LOADED);
        Runner runner =
                open(data, end, practices, given == null ? () -> discard(folder) : () -> {});
        runner.catchUp(now());
        return runner;
    }

    private static void discard(Path folder) {
        try {
            PlayedStories.delete(folder);
        } catch (IOException e) {
            System.getLogger(Past.class.getName())
                    .log(System.Logger.Level.DEBUG, () -> "Cannot delete " + folder, e);
        }
    }

    /** Copies the story into a folder, after playing it where none is kept; gives its end. */
    private Instant story(DemonstrationPractices practices, Path folder) throws IOException {
        PlayedStories stories = stories();
        Optional<Instant> taken = stories.take(now(), folder, front.url());
        if (taken.isPresent()) {
            return taken.get();
        }
        Path playing = stories.begin();
        Instant end = play(practices, playing, now().minus(BEFORE_NOW));
        PlayedStories.copy(playing, folder, front.url(), front.url());
        stories.keep(playing, end, front.url());
        return end;
    }

    /** On a runner of its own, at a port that nobody knows. */
    private Instant play(DemonstrationPractices practices, Path playing, Instant end) {
        try (Runner runner =
                Runner.open(
                        new Opening(
                                settings,
                                new HttpFront(0),
                                front.url(),
                                new DataFolder(playing),
                                Story.beginning(end),
                                practices,
                                () -> {}),
                        real,
                        output)) {
            return Story.play(URI.create(runner.url()), practices, end, day);
        }
    }

    private PlayedStories stories() {
        Template template = Runner.template(settings.template(), front.url());
        String mark =
                BuildMark.of(
                        settings.template(),
                        template.functions().values().stream()
                                .map(function -> function.zip())
                                .toList(),
                        List.of(Past.class, Story.class, Template.class));
        return new PlayedStories(
                settings.template().toAbsolutePath().resolveSibling("target/demonstration"), mark);
    }
}
