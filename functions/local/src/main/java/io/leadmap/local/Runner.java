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
import io.leadmap.local.http.Gateway;
import io.leadmap.local.http.HttpFront;
import io.leadmap.local.http.Identity;
import io.leadmap.local.http.LocalCalls;
import io.leadmap.local.http.MailCalls;
import io.leadmap.local.stack.BusListener;
import io.leadmap.local.time.RunnerClock;
import io.leadmap.template.Template;
import io.leadmap.template.TemplateReader;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** template.yaml, running: every part of it put together. */
public final class Runner implements AutoCloseable {
    private final HttpFront front;
    private final Timeline timeline;
    private final AsynchronousEvents events;
    private final AwsEndpoints cloud;
    private final Libraries libraries;

    private Runner(
            HttpFront front,
            Timeline timeline,
            AsynchronousEvents events,
            AwsEndpoints cloud,
            Libraries libraries) {
        this.front = front;
        this.timeline = timeline;
        this.events = events;
        this.cloud = cloud;
        this.libraries = libraries;
    }

    /**
     * Starts everything; when this returns, it serves.
     *
     * @param real the machine's time
     * @param output where functions' lines go
     * @throws io.leadmap.template.MiswiredTemplate when the template cannot be served
     */
    public static Runner start(RunnerSettings settings, InstantSource real, FunctionOutput output) {
        HttpFront front = new HttpFront(settings.port());
        String url = "http://localhost:" + front.port();
        Template template =
                TemplateReader.read(
                        settings.template(),
                        Map.of(
                                "JwtIssuer",
                                Identity.ISSUER,
                                "JwtAudience",
                                Identity.AUDIENCE,
                                "PublicUrl",
                                url,
                                "SendingDomain",
                                "mail.leadmap.example"));
        DataFolder data = new DataFolder(settings.data());
        Past past = new Past(settings, data, real);
        RunnerClock clock = new RunnerClock(real, data, past.beginning());
        Identity identity = new Identity(data, clock);
        CompletableFuture<BusRules> rules = new CompletableFuture<>();
        RecentEvents recent = new RecentEvents();
        BusListener bus =
                (name, event) -> {
                    recent.put(name, event);
                    rules.join().put(name, event);
                };
        AwsEndpoints cloud = endpoints(template, settings, data, clock, bus);
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
        DemonstrationPractices practices =
                past.load(gateway, functions, identity, timeline.join(), clock);
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
                                practices,
                                deadLetters,
                                recent,
                                pollers,
                                settings.template()
                                        .toAbsolutePath()
                                        .resolveSibling("infrastructure/api/openapi.yaml"),
                                url)),
                gateway);
        return new Runner(front, timeline.join(), events, cloud, libraries);
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
        return "http://localhost:" + front.port();
    }

    @Override
    public void close() {
        front.close();
        timeline.close();
        events.close();
        cloud.close();
        libraries.delete();
    }
}
