package io.leadmap.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.leadmap.demonstration.DemonstrationPractices;
import io.leadmap.demonstration.Story;
import io.leadmap.local.RunnerSettings.Demonstrated;
import io.leadmap.local.data.DataFolder;
import io.leadmap.local.delivery.Timeline;
import io.leadmap.local.functions.Answer;
import io.leadmap.local.functions.Functions;
import io.leadmap.local.functions.Invocations;
import io.leadmap.local.http.Gateway;
import io.leadmap.local.http.Identity;
import io.leadmap.local.http.InProcessTheatre;
import io.leadmap.local.time.RunnerClock;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;

/**
 * What happened before the runner serves: the demonstration, made through the functions, once for a
 * data folder. A start that was killed in the middle of it begins again from nothing, for nobody
 * had been served yet.
 */
final class Past {
    private static final String DOCUMENT = "demonstration";
    private static final String IMPORT = "PracticeImport";

    private final RunnerSettings settings;
    private final DataFolder data;
    private final InstantSource real;
    private final boolean fresh;

    Past(RunnerSettings settings, DataFolder data, InstantSource real) {
        this.settings = settings;
        this.data = data;
        this.real = real;
        String state = state(data);
        if (state.equals("loading")) {
            data.clear();
        }
        this.fresh = !state.equals("loaded");
    }

    private static String state(DataFolder data) {
        return data.read(DOCUMENT).map(d -> d.path("state").asText()).orElse("");
    }

    /** The time at which the clock is started; null for now. */
    @Nullable Instant beginning() {
        boolean plays = fresh && settings.demonstration() == Demonstrated.STORY;
        return plays ? end().minus(Story.LENGTH) : settings.start();
    }

    private Instant end() {
        Instant start = settings.start();
        return start == null ? real.instant() : start;
    }

    /** Loads it when this start is the first; gives the practices to show. */
    DemonstrationPractices load(
            Gateway gateway,
            Functions functions,
            Identity identity,
            Timeline timeline,
            RunnerClock clock) {
        if (settings.demonstration() == Demonstrated.NONE) {
            return DemonstrationPractices.none();
        }
        DemonstrationPractices practices = DemonstrationPractices.shipped();
        if (fresh) {
            mark("loading");
            Instant end = end();
            practices.documents().parallelStream()
                    .forEach(document -> importPractice(functions, document));
            timeline.settle();
            if (settings.demonstration() == Demonstrated.STORY) {
                Story.play(
                        new InProcessTheatre(gateway, identity, timeline, clock), practices, end);
                clock.moveTo(end());
                timeline.catchUp();
            }
            mark("loaded");
        }
        return practices;
    }

    private static void importPractice(Functions functions, JsonNode document) {
        Answer answer =
                functions.invoke(
                        IMPORT,
                        Invocations.DIRECT,
                        document.toString().getBytes(StandardCharsets.UTF_8));
        String said = new String(answer.payload(), StandardCharsets.UTF_8);
        boolean stored = answer instanceof Answer.Success && said.contains("\"version\"");
        if (!stored) {
            throw new IllegalStateException(
                    "the demonstration's practice %s was not imported: %s"
                            .formatted(document.path("practice").asText(), said));
        }
    }

    private void mark(String state) {
        data.write(DOCUMENT, JsonNodeFactory.instance.objectNode().put("state", state));
    }
}
