package io.leadmap.dynamodb;

import static io.leadmap.dynamodb.ReferenceLife.LEAD;
import static io.leadmap.dynamodb.ReferenceLife.MAILED;

import io.leadmap.database.TestDatabase;
import io.leadmap.domain.decide.Command.SettleEmail.News;
import io.leadmap.domain.mail.Email;
import io.leadmap.domain.mail.MailState;
import io.leadmap.ports.Backoff;
import io.leadmap.ports.Invocation;
import io.leadmap.ports.Progress;
import io.leadmap.ports.Store;
import io.leadmap.testkit.MovableClock;

import software.amazon.awssdk.services.dynamodb.DynamoDbClient;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures each path of the reference lead's life. */
final class ReferenceRun {

    private final MovableClock clock = new MovableClock(Instant.parse("2026-02-27T09:30:00.123Z"));
    private final CapacityMeter meter;
    private final Store store;
    private final ReferenceLife life;
    private final Map<String, List<CapacityMeter.Cost>> paths = new LinkedHashMap<>();

    ReferenceRun() {
        TestDatabase database = TestDatabase.shared();
        meter = new CapacityMeter(database.client(), database);
        DynamoDbClient client = database.client(meter);
        store =
                new DynamoStore(
                        client,
                        database.environment(),
                        DynamoStoreSuite.KEYS,
                        clock,
                        Backoff.NONE,
                        new Invocation());
        life = new ReferenceLife(store, clock);
        play();
    }

    /** What each path costs, in the order of {@code performance.md}. */
    Map<String, List<CapacityMeter.Cost>> paths() {
        return paths;
    }

    Store store() {
        return store;
    }

    private void play() {
        Configured.practice(ReferencePractice.ID.value());
        life.fillDay();
        measure("intake", () -> life.begin(LEAD, "enquiry"));
        measure("intake with welcome mail and drip", () -> life.begin(MAILED, "welcome"));
        life.lastTouch(LEAD);
        life.lastTouch(MAILED);
        life.unansweredCall();
        life.unansweredCall();
        measure("logged call", life::unansweredCall);
        measure("status change", life::contacted);
        measure("step that cascades three tracks", life::cascade);
        mail();
        measure("a patient seen for the first time", life::patient);
        measure("PMS event", life::pmsEvent);
        measure("report update", life::report);
        measure(
                "names that a lead is found by",
                () -> store.nameIndex().follow(ReferencePractice.ID, LEAD));
        measure(
                "mark of what is published",
                () ->
                        store.progress()
                                .reached(
                                        Progress.Consumer.PUBLISHER,
                                        ReferencePractice.ID,
                                        LEAD,
                                        7));
        measure("complaint about a mail", life::complaint);
    }

    private void measure(String path, Runnable work) {
        clock.advance(Duration.ofMinutes(7));
        paths.put(path, meter.measure(work));
    }

    /** A mail of the drip, from the decision to its delivery. */
    private void mail() {
        clock.advance(Duration.ofDays(2));
        measure("drip mail: decide", life::sweepDrip);
        Email mail = store.mailLedger().ofLead(ReferencePractice.ID, MAILED).getLast().email();
        measure(
                "drip mail: claim",
                () ->
                        store.mailLedger()
                                .claim(
                                        mail.id(),
                                        "0123456789abcdef0123456789abcdef",
                                        clock.instant()));
        measure(
                "drip mail: sent",
                () ->
                        life.settle(
                                mail,
                                MailState.CLAIMED,
                                new News.Sent(
                                        "Hello",
                                        "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08")));
        measure(
                "drip mail: delivered",
                () -> life.settle(mail, MailState.SENT, new News.Delivered()));
    }
}
