package io.leadmap.local.delivery;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.leadmap.local.aws.AwsEndpoints;
import io.leadmap.local.data.DataFolder;
import io.leadmap.local.functions.Answer;
import io.leadmap.local.functions.Functions;
import io.leadmap.local.time.RunnerClock;
import io.leadmap.template.StreamSource;
import io.leadmap.template.Template;

import org.jspecify.annotations.Nullable;

import software.amazon.awssdk.services.dynamodb.model.Record;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/**
 * Hands a table's stream to a function as Lambda's event source mapping does: in order, in batches,
 * filtered, with halving, partial failures, retries and an on-failure queue. The position moves
 * after the function returned, so that every record is handled at least once.
 */
public final class StreamPoller implements AutoCloseable {
    private static final System.Logger LOG = System.getLogger(StreamPoller.class.getName());
    private static final int LARGEST_EVENT = 6 * 1024 * 1024;
    private static final Duration SHORT = Duration.ofSeconds(1);
    private static final int LONGEST_NAP_MILLIS = 100;
    private static final long SELDOM = TimeUnit.SECONDS.toNanos(5);

    private final StreamSource source;
    private final StreamReader reader;
    private final Functions functions;
    private final DeadLetters deadLetters;
    private final RunnerClock clock;
    private final String region;
    private final LongSupplier changes;
    private volatile long seen = -1;
    private long readAt;

    /** When the first of what waits was read: a window passes at the machine's speed. */
    private long openedAt;

    private final Deque<StreamBatch> work = new ArrayDeque<>();
    private final Semaphore awake = new Semaphore(0);
    private final AtomicInteger toDrop = new AtomicInteger();
    private volatile boolean ended;
    private @Nullable Thread thread;

    /** Reads on from where the reader's position is. */
    StreamPoller(
            StreamSource source,
            StreamReader reader,
            Functions functions,
            DeadLetters deadLetters,
            RunnerClock clock,
            String region,
            LongSupplier changes) {
        this.source = source;
        this.reader = reader;
        this.functions = functions;
        this.deadLetters = deadLetters;
        this.clock = clock;
        this.region = region;
        this.changes = changes;
    }

    /** One for each stream source. */
    public static List<StreamPoller> all(
            Template template,
            AwsEndpoints cloud,
            DataFolder data,
            Functions functions,
            DeadLetters deadLetters,
            RunnerClock clock) {
        return template.streamSources().stream()
                .map(source ->
                        new StreamPoller(
                                source,
                                new StreamReader(
                                        source.id(), source.table(), cloud.streams(), data),
                                functions,
                                deadLetters,
                                clock,
                                template.stack().region(),
                                () -> cloud.changes(source.table())))
                .toList();
    }

    /** What it reads, and for whom. */
    public StreamSource source() {
        return source;
    }

    /** Lets the next batches get lost, as a stream that forgot them: they are never handed on. */
    public void drop(int batches) {
        toDrop.set(batches);
    }

    void start() {
        thread = Thread.ofPlatform().daemon().name("stream " + source.id()).start(this::poll);
    }

    /** Looks at once whether there is anything, if its table has changed since it looked. */
    void wake() {
        if (changes.getAsLong() != seen) {
            awake.release();
        }
    }

    /**
     * Whether nothing is in hand and nothing was written since the stream's end was seen; waits for
     * a batch that is being handed on.
     */
    synchronized boolean isQuiet() {
        return work.isEmpty() && reader.isAtEnd() && changes.getAsLong() == seen;
    }

    private void poll() {
        while (!ended) {
            try {
                boolean busy = step(false);
                if (!busy && awake.tryAcquire(LONGEST_NAP_MILLIS, TimeUnit.MILLISECONDS)) {
                    awake.drainPermits();
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!ended) {
                    LOG.log(
                            System.Logger.Level.WARNING,
                            () -> "The stream of " + source.id() + " cannot be read",
                            e);
                    pause();
                }
            }
        }
    }

    private static void pause() {
        java.util.concurrent.locks.LockSupport.parkNanos(SHORT.toNanos());
    }

    /**
     * Hands on everything that is there without waiting for full batches; whether there was
     * anything. A batch that is to be tried again within a second is waited for, a later one not.
     */
    boolean drain() {
        boolean any = false;
        while (!ended) {
            if (step(true)) {
                any = true;
            } else if (retriesSoon()) {
                java.util.concurrent.locks.LockSupport.parkNanos(10_000_000);
            } else {
                return any;
            }
        }
        return any;
    }

    private synchronized boolean retriesSoon() {
        StreamBatch next = work.peek();
        return next != null && next.notBefore().isBefore(clock.instant().plus(SHORT));
    }

    /** One read or one invocation; whether it did anything. */
    private synchronized boolean step(boolean atOnce) {
        if (work.isEmpty() && !readMore()) {
            return false;
        }
        Instant now = clock.instant();
        StreamBatch batch = work.element();
        boolean takesMore =
                work.size() == 1
                        && batch.tries() == 0
                        && batch.records().size() < source.batchSize()
                        && !source.window().isZero();
        if (takesMore && !atOnce && System.nanoTime() - openedAt < source.window().toNanos()) {
            return false;
        }
        if (takesMore) {
            readMore(); // what came within the window
            batch = work.element();
        }
        if (batch.notBefore().isAfter(now)) {
            return false;
        }
        work.remove();
        handOn(batch);
        return true;
    }

    /**
     * Reads the stream, unless its table has not changed since it was last at its end; now and then
     * all the same.
     */
    private boolean readMore() {
        long changed = changes.getAsLong();
        long now = System.nanoTime();
        if (changed == seen && reader.isAtEnd() && now - readAt < SELDOM) {
            return false;
        }
        seen = changed;
        List<StreamReader.Read> pages = reader.next();
        readAt = now;
        if (work.isEmpty()) {
            openedAt = now;
        }
        pages.forEach(this::enqueue);
        return !pages.isEmpty();
    }

    private void enqueue(StreamReader.Read read) {
        Instant now = clock.instant();
        List<ObjectNode> chosen = new ArrayList<>();
        StreamBatch last = work.peekLast();
        if (last != null
                && last.shard().equals(read.shard())
                && last.tries() == 0
                && last.records().size() < source.batchSize()) {
            work.removeLast();
            chosen.addAll(last.records());
        }
        String upTo = "";
        for (Record record : read.records()) {
            ObjectNode node = StreamEvent.record(record, source.streamArn(), region, clock.ahead());
            upTo = StreamBatch.sequenceNumber(node);
            if (passes(node)) {
                chosen.add(node);
            }
            if (chosen.size() == source.batchSize()) {
                work.add(new StreamBatch(read.shard(), chosen, upTo, 0, now));
                chosen = new ArrayList<>();
            }
        }
        StreamBatch before = work.peekLast();
        if (chosen.isEmpty() && before != null && before.shard().equals(read.shard())) {
            work.removeLast();
            work.add(before.upTo(upTo));
        } else {
            work.add(new StreamBatch(read.shard(), chosen, upTo, 0, now));
        }
    }

    private boolean passes(ObjectNode record) {
        return source.patterns().isEmpty()
                || source.patterns().stream()
                        .anyMatch(pattern -> BusRules.matches(pattern, record.toString()));
    }

    private void handOn(StreamBatch batch) {
        if (batch.records().isEmpty() || dropped()) {
            reader.advance(batch.shard(), batch.upTo());
            return;
        }
        byte[] event = StreamEvent.of(batch.records()).toString().getBytes(StandardCharsets.UTF_8);
        if (event.length > LARGEST_EVENT && batch.records().size() > 1) {
            putBack(batch.split(batch.records().size() / 2));
            return;
        }
        Answer answer = functions.invoke(source.function(), source.id(), event);
        int handled = batch.handled(answer, source.reportsItemFailures());
        if (handled == batch.records().size()) {
            reader.advance(batch.shard(), batch.upTo());
            return;
        }
        if (handled > 0) {
            StreamBatch done = batch.split(handled).getFirst();
            reader.advance(done.shard(), done.upTo());
            tryAgain(batch.split(handled).getLast());
        } else {
            tryAgain(batch);
        }
    }

    private boolean dropped() {
        return toDrop.getAndUpdate(n -> Math.max(0, n - 1)) > 0;
    }

    /** Halves a batch where that is asked for; else counts the try, and gives up in the end. */
    private void tryAgain(StreamBatch batch) {
        if (source.bisect() && batch.records().size() > 1) {
            putBack(batch.split(batch.records().size() / 2));
            return;
        }
        boolean exhausted = source.retries().filter(most -> batch.tries() >= most).isPresent();
        if (exhausted) {
            source.onFailure().ifPresent(queue -> deadLetters.send(queue, letter(batch)));
            reader.advance(batch.shard(), batch.upTo());
            return;
        }
        work.addFirst(batch.failed(clock.instant()));
    }

    private void putBack(List<StreamBatch> halves) {
        work.addFirst(halves.getLast());
        work.addFirst(halves.getFirst());
    }

    private ObjectNode letter(StreamBatch batch) {
        ObjectNode letter = JsonNodeFactory.instance.objectNode();
        letter.putObject("requestContext")
                .put("functionArn", source.function())
                .put("condition", "RetryAttemptsExhausted")
                .put("approximateInvokeCount", batch.tries() + 1);
        letter.put("version", "1.0").put("timestamp", clock.instant().toString());
        letter.putObject("DDBStreamBatchInfo")
                .put("shardId", batch.shard())
                .put("startSequenceNumber", StreamBatch.sequenceNumber(batch.records().getFirst()))
                .put("endSequenceNumber", StreamBatch.sequenceNumber(batch.records().getLast()))
                .put("batchSize", batch.records().size())
                .put("streamArn", source.streamArn());
        return letter;
    }

    /** Ends it; waits a moment for a batch in hand. */
    @Override
    public void close() {
        ended = true;
        awake.release();
        try {
            if (thread != null) {
                thread.join(SHORT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
