package io.leadmap.local.http;

import io.leadmap.demonstration.DemonstrationPractices;
import io.leadmap.demonstration.Story;
import io.leadmap.demonstration.Theatre;
import io.leadmap.local.delivery.Timeline;
import io.leadmap.local.time.RunnerClock;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The runner as the demonstration's theatre: asked through the gateway, without a socket. */
public final class InProcessTheatre implements Theatre {
    private static final String ADDRESS = "127.0.0.1";

    private final Gateway gateway;
    private final Identity identity;
    private final Timeline timeline;
    private final RunnerClock clock;

    /** Before the socket serves anybody else. */
    public InProcessTheatre(
            Gateway gateway, Identity identity, Timeline timeline, RunnerClock clock) {
        this.gateway = gateway;
        this.identity = identity;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public void advanceTo(Instant time) {
        clock.moveTo(time);
    }

    @Override
    public Instant now() {
        return clock.instant();
    }

    @Override
    public void settle() {
        timeline.deliverAll();
    }

    @Override
    public void sweep() {
        timeline.catchUp();
    }

    @Override
    public String signIn(String practice, DemonstrationPractices.Person person) {
        return identity.token(practice, person, Story.LENGTH);
    }

    @Override
    public Reply ask(
            String method,
            String path,
            String query,
            Map<String, String> headers,
            @Nullable String body) {
        Map<String, List<String>> all = new LinkedHashMap<>();
        headers.forEach((name, value) -> all.put(name, List.of(value)));
        all.put("host", List.of("localhost"));
        all.put("accept", List.of("application/json"));
        Response response =
                gateway.answer(
                        new Request(
                                method,
                                path,
                                query,
                                "HTTP/1.1",
                                ADDRESS,
                                all,
                                body == null
                                        ? new byte[0]
                                        : body.getBytes(StandardCharsets.UTF_8)));
        return new Reply(response.status(), new String(response.body(), StandardCharsets.UTF_8));
    }
}
