package io.leadmap.simulation.world;

import com.amazonaws.services.lambda.runtime.RequestStreamHandler;

import io.leadmap.domain.practice.PracticeId;
import io.leadmap.dynamodb.DynamoStore;
import io.leadmap.json.Json;
import io.leadmap.json.TrustingView;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.EventBus;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Practices;
import io.leadmap.ports.Store;
import io.leadmap.practice.ConfiguredPractices;
import io.leadmap.simulation.tables.ItemChange;
import io.leadmap.simulation.tables.MemoryTables;
import io.leadmap.template.Route;
import io.leadmap.template.Schedule;
import io.leadmap.template.Template;
import io.leadmap.template.TemplateReader;
import io.leadmap.testkit.FunctionCall;
import io.leadmap.testkit.HttpCall;
import io.leadmap.testkit.MovableClock;
import io.micronaut.json.tree.JsonNode;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;

/** The whole product in one thread, from its first moment on. */
public final class World {

    /** The practices of every world; nothing of one may be found in the other. */
    public static final List<String> PRACTICES = List.of("brightwater", "hillside");

    /** From the folder of this module. */
    private static final Template TEMPLATE =
            TemplateReader.read(
                    Path.of("..", "..", "..", "template.yaml"),
                    Map.of(
                            "JwtIssuer", "https://people.example",
                            "JwtAudience", "leadmap",
                            "PublicUrl", "https://leadmap.example",
                            "SendingDomain", "mail.leadmap.example"));

    /** A Monday, 09:00 in Melbourne. */
    private static final Instant BEGINNING = Instant.parse("2026-02-22T22:00:00Z");

    private final MovableClock clock = new MovableClock(BEGINNING);
    private final Strikes strikes = new Strikes();
    private final Post post = new Post(strikes, clock);
    private final List<EventBus.Event> published = new ArrayList<>();
    private final List<ItemChange> journal = new ArrayList<>();
    private final Streams streams =
            new Streams(TEMPLATE.streamSources(), TEMPLATE.stack().tables());
    private final MemoryTables tables =
            new MemoryTables(TEMPLATE.stack().tables(), strikes, this::changed);
    private final SeededKeys keys = new SeededKeys();
    private final Store store =
            new DynamoStore(
                    tables.unhindered(), tableNames(), keys, clock, Backoff.NONE, new Invocation());
    private final Practices practices = new ConfiguredPractices(store.configurations());
    private final Handlers handlers =
            new Handlers(
                    TEMPLATE.functions(),
                    new Handlers.Outside(
                            tables, keys, post, this::publish, new CountedIds(clock), clock));
    private final Map<String, Integer> running = new HashMap<>();
    private final Map<String, Setup> setups = new TreeMap<>();
    private final Watchers watchers = new Watchers();
    private boolean hasForgotten;

    /** A world in which the practices are set up and nobody has done anything. */
    public World() {
        post.watch(arrival -> watchers.arrived(this, arrival));
        for (String practice : PRACTICES) {
            setups.put(practice, new Setup(practice));
            Ending imported = configure(practice, null);
            if (practices.find(new PracticeId(practice)).isEmpty()) {
                throw new IllegalStateException(imported.toString());
            }
        }
    }

    private static Map<String, String> tableNames() {
        Map<String, String> names = new HashMap<>();
        TEMPLATE.functions()
                .values()
                .forEach(function ->
                        function.environment()
                                .forEach((name, value) -> {
                                    if (name.endsWith("_TABLE")) {
                                        names.put(name, value);
                                    }
                                }));
        return names;
    }

    /** The physical name of the table that functions know by this variable. */
    public static String table(String variable) {
        return Objects.requireNonNull(tableNames().get(variable), variable);
    }

    private void changed(ItemChange change) {
        journal.add(change);
        streams.tell(change);
    }

    private List<Integer> publish(List<EventBus.Event> events) {
        return strikes.port(
                "publish " + events.size() + " events",
                () -> {
                    published.addAll(events);
                    return List.of();
                });
    }

    // ------------------------------------------------------------ what is to be seen

    /** What is kept, for who meets no fault. */
    public Store store() {
        return store;
    }

    /** The practices as they are configured now. */
    public Practices practices() {
        return practices;
    }

    /** How a practice's administrators have set it up, whether or not it was imported yet. */
    public Setup setup(String practice) {
        return Objects.requireNonNull(setups.get(practice), practice);
    }

    public Instant now() {
        return clock.instant();
    }

    public Post post() {
        return post;
    }

    public MemoryTables tables() {
        return tables;
    }

    /** Every item that was written, in order. */
    public List<ItemChange> journal() {
        return journal;
    }

    /** Every event that went out on the bus. */
    public List<EventBus.Event> published() {
        return published;
    }

    public Strikes strikes() {
        return strikes;
    }

    /** Who looks at what happens, while it does. */
    public Watchers watchers() {
        return watchers;
    }

    // ------------------------------------------------------------ what happens

    /** Hands an event to a function, of which a second copy runs if one is busy. */
    public Ending invoke(String function, String event, @Nullable Strike strike) {
        return run(
                function,
                strike,
                handler -> new Ending.Answered(FunctionCall.of(handler, event)),
                Ending.Failed::new,
                Ending.Ended::new);
    }

    /** How a call of the HTTP API ended; 502 if the function's process did. */
    public HttpCall.Answer call(HttpCall call, @Nullable Strike strike) {
        String function =
                TEMPLATE.routes().stream()
                        .filter(route -> route.key().equals(call.routeKey()))
                        .map(Route::function)
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException(call.routeKey()));
        int before = journal.size();
        HttpCall.Answer answer =
                run(
                        function,
                        strike,
                        call::to,
                        fault -> new HttpCall.Answer(500, fault.toString()),
                        () -> new HttpCall.Answer(502, "killed"));
        watchers.answered(this, call, answer, strike, journal.subList(before, journal.size()));
        return answer;
    }

    private <T> T run(
            String function,
            @Nullable Strike strike,
            Function<RequestStreamHandler, T> work,
            Function<Throwable, T> failed,
            Supplier<T> ended) {
        int copy = running.merge(function, 1, Integer::sum) - 1;
        try {
            RequestStreamHandler handler = handlers.of(function, copy);
            return strikes.during(strike, () -> work.apply(handler));
        } catch (Killed e) {
            handlers.end(function, copy);
            return ended.get();
        } catch (RuntimeException e) {
            return failed.apply(e);
        } finally {
            running.merge(function, -1, Integer::sum);
        }
    }

    /** Every function that has work to do by a schedule; the others are only kept awake. */
    public static List<String> scheduled() {
        return TEMPLATE.schedules().stream()
                .filter(schedule -> schedule.input().isEmpty())
                .map(Schedule::function)
                .distinct()
                .toList();
    }

    /** A tick of a function's schedule. */
    public Ending tick(String function, @Nullable Strike strike) {
        return invoke(function, FunctionCall.tick(), strike);
    }

    /** Imports a practice as it is set up now. */
    public Ending configure(String practice, @Nullable Strike strike) {
        return invoke("PracticeImport", setup(practice).document(), strike);
    }

    /** Every stream that is read, as {@code Function.Event}. */
    public static List<String> streams() {
        return new Streams(TEMPLATE.streamSources(), List.of()).names();
    }

    /**
     * Hands the next batch of a stream to its function. What fails stays.
     *
     * @return what became of it; null if nothing waits
     */
    public @Nullable Ending deliver(String source, @Nullable Strike strike) {
        List<Streams.Waiting> batch = streams.batch(source);
        if (batch.isEmpty()) {
            return null;
        }
        JsonNode event = Json.object().put("Records", batch, Streams.Waiting::record).node();
        Ending outcome = invoke(streams.function(source), Json.text(event), strike);
        if (outcome instanceof Ending.Answered(JsonNode answer)) {
            List<String> failed =
                    new TrustingView(answer)
                            .list("batchItemFailures", failure -> failure.text("itemIdentifier"));
            streams.remove(
                    source,
                    batch.stream()
                            .takeWhile(one -> !failed.contains(Long.toString(one.number())))
                            .toList());
        }
        return outcome;
    }

    /** Tells whether something waits in a stream. */
    public boolean isWaiting(String source) {
        return !streams.isEmpty(source);
    }

    /** Tells whether a stream has ever forgotten anything. */
    public boolean hasForgotten() {
        return hasForgotten;
    }

    /** A stream forgets its next batch. */
    public void forget(String source) {
        hasForgotten |= isWaiting(source);
        streams.remove(source, streams.batch(source));
    }

    public void passes(Duration time) {
        clock.advance(time);
    }
}
