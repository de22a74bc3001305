package io.leadmap.local;

import io.leadmap.demonstration.DemonstrationPractices;
import io.leadmap.local.aws.AwsEndpoints;
import io.leadmap.local.aws.SesEvents;
import io.leadmap.local.data.DataFolder;
import io.leadmap.local.delivery.AsynchronousEvents;
import io.leadmap.local.delivery.BusRules;
import io.leadmap.local.delivery.DeadLetters;
import io.leadmap.local.delivery.RecentEvents;
import io.leadmap.local.delivery.Schedules;
import io.leadmap.local.delivery.StreamPoller;
import io.leadmap.local.delivery.Timeline;
import io.leadmap.local.functions.FunctionOutput;
import io.leadmap.local.functions.Functions;
import io.leadmap.local.functions.Libraries;
import io.leadmap.local.functions.LoadedFunction;
import io.leadmap.local.http.ConsoleFiles;
import io.leadmap.local.http.Gateway;
import io.leadmap.local.http.HttpFront;
import io.leadmap.local.http.Identity;
import io.leadmap.local.http.LocalCalls;
import io.leadmap.local.http.MailCalls;
import io.leadmap.local.stack.BusListener;
import io.leadmap.local.time.RunnerClock;
import io.leadmap.template.Template;
import io.leadmap.template.TemplateReader;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** template.yaml, running: every part of it put together. */
public final class Runner implements AutoCloseable {
    private static final Duration STRIDE = Duration.ofHours(3);

    private final HttpFront front;
    private final Timeline timeline;
    private final AsynchronousEvents events;
    private final AwsEndpoints cloud;
    private final Libraries libraries;
    private final RunnerClock clock;
    private final Runnable afterwards;

    private Runner(
            HttpFront front,
            Timeline timeline,
            AsynchronousEvents events,
            AwsEndpoints cloud,
            Libraries libraries,
            RunnerClock clock,
            Runnable afterwards) {
        this.front = front;
        this.timeline = timeline;
        this.events = events;
        this.cloud = cloud;
        this.libraries = libraries;
        this.clock = clock;
        this.afterwards = afterwards;
    }

    /**
     * What a runner is opened on.
     *
     * @param settings its template, and where used grants are told
     * @param front where it serves
     * @param url what mails call it, without a slash at its end
     * @param start the time to start at; null for now
     * @param practices whose people may sign in
     * @param afterwards done when it has been closed
     */
    record Opening(
            RunnerSettings settings,
            HttpFront front,
            String url,
            DataFolder data,
            @Nullable Instant start,
            DemonstrationPractices practices,
            Runnable afterwards) {}

    /**
     * Starts everything, with the demonstration that is asked for; when this returns, it serves.
     *
     * @param real the machine's time
     * @param output where functions' lines go
     * @param day told of each day of the demonstration that is played first
     * @throws io.leadmap.template.MiswiredTemplate when the template cannot be served
     */
    public static Runner start(
            RunnerSettings settings,
            InstantSource real,
            FunctionOutput output,
            Consumer<LocalDate> day) {
        HttpFront front = new HttpFront(settings.port());
        return new Past(settings, front, real, output, day).open();
    }

    /** The template with the addresses of this machine. */
    static Template template(Path file, String url) {
        return TemplateReader.read(
                file,
                Map.of(
                        "JwtIssuer",
                        Identity.ISSUER,
                        "JwtAudience",
                        Identity.AUDIENCE,
                        "PublicUrl",
                        url,
                        "SendingDomain",
                        "mail.leadmap.example"));
    }

    /** Starts everything; when this returns, it serves. */
    static Runner open(Opening opening, InstantSource real, FunctionOutput output) {
        HttpFront front = opening.front();
        DataFolder data = opening.data();
        Template template = template(opening.settings().template(), opening.url());
        RunnerClock clock = new RunnerClock(real, data, opening.start());
        Identity identity = new Identity(data, clock);
        CompletableFuture<BusRules> rules = new CompletableFuture<>();
        RecentEvents recent = new RecentEvents();
        BusListener bus =
                (name, event) -> {
                    recent.put(name, event);
                    rules.join().put(name, event);
                };
        AwsEndpoints cloud = endpoints(template, opening.settings(), data, clock, bus);
        Libraries libraries = Libraries.of(template);
        CompletableFuture<Timeline> timeline = new CompletableFuture<>();
        Functions functions =
                functions(template, cloud, clock, output, libraries, () -> timeline.join().wake());
        DeadLetters deadLetters = new DeadLetters(data, clock);
        AsynchronousEvents events = new AsynchronousEvents(data, functions, deadLetters, clock);
        rules.complete(new BusRules(template.busRules(), events, () -> timeline.join().wake()));
        Schedules schedules =
                new Schedules(template.schedules(), data, events, clock, template.stack());
        List<StreamPoller> pollers =
                StreamPoller.all(template, cloud, data, functions, deadLetters, clock);
        timeline.complete(new Timeline(clock, schedules, events, pollers));
        Gateway gateway =
                new Gateway(
                        template.routes(),
                        functions,
                        identity,
                        clock,
                        front.port(),
                        template.stack().account());
        timeline.join().startStreams();
        timeline.join().start();
        MailCalls mail =
                new MailCalls(
                        cloud.mailbox(),
                        new SesEvents(template.stack(), clock),
                        template.mailOutcomes(),
                        bus);
        front.serve(
                new LocalCalls(
                        new LocalCalls.Parts(
                                template,
                                functions,
                                timeline.join(),
                                clock,
                                cloud,
                                mail,
                                identity,
                                opening.practices(),
                                deadLetters,
                                recent,
                                pollers,
                                opening.settings()
                                        .template()
                                        .toAbsolutePath()
                                        .resolveSibling("infrastructure/api/openapi.yaml"),
                                opening.url())),
                new ConsoleFiles(
                        opening.settings()
                                .template()
                                .toAbsolutePath()
                                .resolveSibling("functions/console/target/console")),
                gateway);
        return new Runner(
                front, timeline.join(), events, cloud, libraries, clock, opening.afterwards());
    }

    private static AwsEndpoints endpoints(
            Template template,
            RunnerSettings settings,
            DataFolder data,
            InstantSource clock,
            BusListener bus) {
        try {
            return AwsEndpoints.start(template.stack(), data, clock, bus, settings.grants());
        } catch (IOException e) {
            throw new UncheckedIOException("the AWS endpoints do not start", e);
        }
    }

    private static Functions functions(
            Template template,
            AwsEndpoints cloud,
            InstantSource clock,
            FunctionOutput output,
            Libraries libraries,
            Runnable afterEach) {
        List<LoadedFunction> functions =
                template.functions().values().stream()
                        .map(function ->
                                new LoadedFunction(
                                        function,
                                        cloud.environment(function),
                                        clock,
                                        libraries,
                                        output))
                        .toList();
        return new Functions(functions, afterEach);
    }

    /** Where it is reached. */
    public String url() {
        return front.url();
    }

    /**
     * Moves on to a time, unless it is later already, in strides: what became due within one is
     * done once at its end, which is much quicker than every five minutes of a night.
     */
    void catchUp(Instant time) {
        for (Instant next = clock.instant().plus(STRIDE);
                next.isBefore(time);
                next = clock.instant().plus(STRIDE)) {
            timeline.leapTo(next, true);
        }
        if (clock.instant().isBefore(time)) {
            timeline.leapTo(time, true);
        }
    }

    @Override
    public void close() {
        front.close();
        timeline.close();
        events.close();
        cloud.close();
        libraries.delete();
        afterwards.run();
    }
}
