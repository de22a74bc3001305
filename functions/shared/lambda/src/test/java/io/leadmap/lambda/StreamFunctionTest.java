package io.leadmap.lambda;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.leadmap.ports.Deadline;
import io.leadmap.testkit.LambdaCall;
import io.micronaut.context.ApplicationContext;

import jakarta.inject.Singleton;

import org.junit.jupiter.api.Test;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What becomes of a batch when some of it cannot be done. */
class StreamFunctionTest {

    private static final PrintStream STDOUT = System.out;

    private final StreamFunction function = quiet();

    /** Without its log. */
    private static StreamFunction quiet() {
        return writing(new PrintStream(OutputStream.nullOutputStream()));
    }

    private static StreamFunction writing(PrintStream log) {
        System.setOut(log);
        try {
            return new Hearing();
        } finally {
            System.setOut(STDOUT);
        }
    }

    @Test
    void a_batch_is_begun_together_and_taken_record_by_record() throws IOException {
        assertThat(take("1", "2")).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(heard().begun).containsExactly(2);
        assertThat(heard().accepted).containsExactly("1", "2");
    }

    @Test
    void what_could_not_be_done_together_is_done_record_by_record() throws IOException {
        heard().together = false;

        assertThat(take("1", "2")).isEqualTo("{\"batchItemFailures\":[]}");

        assertThat(heard().accepted).containsExactly("1", "2");
    }

    @Test
    void the_first_record_that_fails_is_reported_and_none_behind_it_is_touched()
            throws IOException {
        assertThat(take("1", "bad", "3"))
                .isEqualTo("{\"batchItemFailures\":[{\"itemIdentifier\":\"bad\"}]}");

        assertThat(heard().accepted).containsExactly("1");
    }

    /** What it is answered as is no error of the function: the template counts it by its line. */
    @Test
    void a_record_that_fails_leaves_the_line_that_an_alarm_counts() throws IOException {
        Matcher counted =
                Pattern.compile("FilterPattern: '\\{ \\$\\.message = (\".*\") }'")
                        .matcher(Files.readString(Path.of("../../../template.yaml")));
        assertThat(counted.find()).isTrue();
        ByteArrayOutputStream log = new ByteArrayOutputStream();
        StreamFunction loud = writing(new PrintStream(log, true, StandardCharsets.UTF_8));

        handle(loud, records("1", "bad", "3"));

        assertThat(log.toString(StandardCharsets.UTF_8).lines())
                .filteredOn(line -> line.contains("\"message\":" + counted.group(1)))
                .hasSize(1);
    }

    @Test
    void a_tick_of_its_schedule_sets_off_its_own_work() throws IOException {
        assertThat(
                        handle(
                                """
                                {"detail-type":"Scheduled Event","source":"aws.events","detail":{}}\
                                """))
                .isEqualTo("{\"caughtUp\":1}");

        assertThat(heard().accepted).isEmpty();
    }

    @Test
    void an_event_of_any_other_kind_is_a_fault() {
        assertThatThrownBy(() -> handle("{\"source\":\"aws.ses\",\"detail\":{}}"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Heard heard() {
        return function.bean(Heard.class);
    }

    private String take(String... records) throws IOException {
        return handle(records(records));
    }

    private static String records(String... records) {
        return Stream.of(records)
                .map(record ->
                        """
                        {"eventName":"INSERT","dynamodb":{"SequenceNumber":"%s"}}\
                        """
                                .formatted(record))
                .collect(Collectors.joining(",", "{\"Records\":[", "]}"));
    }

    private String handle(String event) throws IOException {
        return handle(function, event);
    }

    private static String handle(StreamFunction function, String event) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        function.handleRequest(
                new ByteArrayInputStream(event.getBytes(StandardCharsets.UTF_8)),
                answer,
                new LambdaCall());
        return answer.toString(StandardCharsets.UTF_8);
    }

    /** A function of one consumer and one schedule. */
    private static final class Hearing extends StreamFunction {

        Hearing() {
            this(beansOf(Hearing.class, Map.of(), InstantSource.fixed(Instant.EPOCH)));
        }

        private Hearing(ApplicationContext beans) {
            super(beans, Hearing::new, Heard.class, Ticked.class);
        }
    }

    /** Says that it was set off. */
    @Singleton
    static final class Ticked implements ScheduledFunction.Work {
        @Override
        public SortedMap<String, Long> run(Deadline deadline) {
            return new TreeMap<>(Map.of("caughtUp", 1L));
        }
    }

    /** Fails at a record of the number {@code bad}. */
    @Singleton
    static final class Heard implements StreamConsumer {
        final List<Integer> begun = new ArrayList<>();
        final List<String> accepted = new ArrayList<>();
        boolean together = true;

        @Override
        public void begin(List<StreamRecord> batch) {
            if (!together) {
                throw new IllegalStateException("not together");
            }
            begun.add(batch.size());
        }

        @Override
        public void accept(StreamRecord record) {
            if (record.sequenceNumber().equals("bad")) {
                throw new IllegalStateException("a bad record");
            }
            accepted.add(record.sequenceNumber());
        }
    }
}
