package io.leadmap.local;

import io.leadmap.local.functions.FunctionOutput;
import io.leadmap.template.MiswiredTemplate;

import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.TimeUnit;

/** Starts the whole of template.yaml in this process: {@code mvn -Plocal}. */
public final class Main {
    private Main() {}

    /** Takes the path of the template; template.yaml in the current folder otherwise. */
    public static void main(String[] arguments) throws InterruptedException {
        PrintStream out = System.out;
        PrintStream err = System.err;
        try {
            Path template = Path.of(arguments.length > 0 ? arguments[0] : "template.yaml");
            RunnerSettings settings = RunnerSettings.of(System.getenv(), template);
            FunctionOutput output =
                    new FunctionOutput(
                            out, settings.data() == null ? null : settings.data().resolve("logs"));
            System.setOut(output.stream(out));
            System.setErr(output.stream(err));
            PlayedDays days = new PlayedDays(out);
            Runner runner = Runner.start(settings, Clock.systemUTC(), output, days);
            days.end();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> end(runner)));
            out.println("Leadmap is ready: " + runner.url());
            out.flush();
            Thread.currentThread().join();
        } catch (MiswiredTemplate e) {
            err.println("Leadmap does not start: the template cannot be served as it stands.");
            err.println(e.getMessage());
            System.exit(1);
        } catch (IllegalArgumentException e) {
            err.println("Leadmap does not start: " + e.getMessage());
            System.exit(1);
        } catch (UncheckedIOException e) {
            err.println("Leadmap does not start: " + e.getMessage() + ": " + e.getCause());
            System.exit(1);
        } catch (RuntimeException | Error e) {
            // What had begun by then would keep the process alive, and nobody would be told.
            err.println("Leadmap does not start, and should have:");
            e.printStackTrace(err);
            System.exit(1);
        }
    }

    /** Within 5 seconds, whatever still runs. */
    private static void end(Runner runner) {
        Thread closing = Thread.ofPlatform().daemon().start(runner::close);
        try {
            closing.join(TimeUnit.SECONDS.toMillis(3));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
