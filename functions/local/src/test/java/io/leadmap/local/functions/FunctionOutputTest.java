package io.leadmap.local.functions;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** People see what needs them; a function's file has all of it. */
class FunctionOutputTest {
    private static final String SWEPT = "{\"level\":\"INFO\",\"message\":\"swept\"}";
    private static final String FAILED = "{\"level\":\"ERROR\",\"message\":\"failed\"}";

    @TempDir private Path folder;
    private final ByteArrayOutputStream console = new ByteArrayOutputStream();

    private FunctionOutput output() {
        return new FunctionOutput(new PrintStream(console, true, StandardCharsets.UTF_8), folder);
    }

    private String shown() {
        return console.toString(StandardCharsets.UTF_8);
    }

    @AfterEach
    void endOfFunction() {
        FunctionOutput.running(null);
    }

    @Test
    void what_is_only_worth_knowing_is_not_shown_but_kept() throws IOException {
        FunctionOutput output = output();
        output.line("DripSweep", SWEPT);
        output.line("DripSweep", FAILED);
        assertThat(shown()).isEqualTo("[DripSweep] " + FAILED + "\n");
        assertThat(folder.resolve("DripSweep.log"))
                .content()
                .isEqualTo(SWEPT + "\n" + FAILED + "\n");
    }

    @Test
    void what_a_function_prints_carries_its_name_and_what_nobody_prints_passes() {
        ByteArrayOutputStream other = new ByteArrayOutputStream();
        PrintStream stream = output().stream(new PrintStream(other, true, StandardCharsets.UTF_8));
        FunctionOutput.running("MailSender");
        stream.println("odd");
        FunctionOutput.running(null);
        stream.println("the runner's own");
        assertThat(shown()).isEqualTo("[MailSender] odd\n");
        assertThat(other.toString(StandardCharsets.UTF_8)).isEqualTo("the runner's own\n");
        assertThat(Files.exists(folder.resolve("MailSender.log"))).isTrue();
    }
}
