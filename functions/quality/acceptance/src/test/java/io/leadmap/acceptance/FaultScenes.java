package io.leadmap.acceptance;

import static io.leadmap.acceptance.Eventually.eventually;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What each function does, played with a person of its own, with a fault at the moment at which it
 * works. Every scene ends with what must be true afterwards.
 */
final class FaultScenes {

    private static final Pattern UNSUBSCRIBE = Pattern.compile("/unsubscribe/[A-Za-z0-9._~-]+");
    private static final String DRIP = "What happens at your first visit";

    private final Leadmap leadmap;
    private final Caller ava;
    private final SortedMap<String, Scene> consumers = new TreeMap<>();
    private final SortedMap<String, Writer> writers = new TreeMap<>();
    private int people;
    private int versions;

    FaultScenes(Leadmap leadmap) {
        this.leadmap = leadmap;
        this.ava = leadmap.as("brightwater", "ava");
        configure();
        consumers.put("EventPublisher.History", this::publishes);
        consumers.put("MailSender.Ledger", this::sends);
        consumers.put("PmsWorker.Inbox", this::interprets);
        consumers.put("PmsWorker.Leads", this::links);
        consumers.put("ReportCounts.Leads", this::counts);
        String transaction = "TransactWriteItems";
        writers.put("DeadLeadSweep", new Writer(this::givesUp, transaction));
        writers.put("DripSweep", new Writer(this::queuesDrips, transaction));
        writers.put("EventPublisher", new Writer(this::publishes, "UpdateItem"));
        writers.put("FormIntake", new Writer(this::takesForms, "UpdateItem", transaction));
        writers.put("LeadUpdates", new Writer(this::notes, transaction));
        writers.put("MacroEmail", new Writer(this::writes, transaction));
        writers.put("MailEvents", new Writer(this::settles, transaction));
        writers.put("MailSender", new Writer(this::sends, "UpdateItem", transaction));
        writers.put("PmsWebhook", new Writer(this::interprets, "PutItem"));
        writers.put("PmsWorker", new Writer(this::interprets, "PutItem", transaction));
        writers.put("PracticeImport", new Writer(this::imports, transaction));
        writers.put("PmsWorker.Tick", new Writer(this::catchesUp, transaction));
        writers.put("ReportCounts", new Writer(this::counts, transaction));
        writers.put("Unsubscribe", new Writer(this::unsubscribes, transaction));
    }

    /** By the stream, function and event: {@code MailSender.Ledger}. */
    SortedMap<String, Scene> consumers() {
        return consumers;
    }

    /** By the function, or by what sets it off: {@code PmsWorker.Tick}. */
    SortedMap<String, Writer> writers() {
        return writers;
    }

    /** What happens, the fault included. */
    @FunctionalInterface
    interface Scene {
        void play(Person person, Runnable fault);
    }

    /**
     * @param actions the calls by which the function writes
     */
    record Writer(Scene scene, List<String> actions) {
        Writer(Scene scene, String... actions) {
            this(scene, List.of(actions));
        }
    }

    /** Somebody whom nobody has met before. */
    record Person(String firstName, String email, String phone) {}

    Person stranger() {
        people++;
        return new Person(
                "Faye" + people,
                "faye" + people + "@example.com",
                "0415 " + "%06d".formatted(people));
    }

    private void takesForms(Person person, Runnable fault) {
        fault.run();
        submit(person).expect(202);
        assertThat(history(person)).containsOnlyOnce("leadCreated", "formReceived");
        assertThat(ava.lead(person.email()).path("firstName").asText())
                .isEqualTo(person.firstName());
    }

    private void notes(Person person, Runnable fault) {
        String lead = add(person);
        fault.run();
        ava.post("/leads/" + lead + "/notes", Map.of("html", "<p>Called.</p>")).expect(200);
        assertThat(history(person)).containsOnlyOnce("noteAdded");
    }

    private void writes(Person person, Runnable fault) {
        String lead = add(person);
        fault.run();
        write(lead);
        eventually(() -> leadmap.mailTo(person.email()), mails -> mails.size() == 1);
        assertThat(history(person)).containsOnlyOnce("emailQueued");
    }

    private void sends(Person person, Runnable fault) {
        String lead = add(person);
        fault.run();
        write(lead);
        leadmap.advance("PT90M");
        assertThat(leadmap.mailTo(person.email())).hasSize(1);
        eventually(() -> assertThat(history(person)).containsOnlyOnce("emailSent"));
    }

    private void catchesUp(Person person, Runnable fault) {
        add(person);
        leadmap.fault("streams", "PmsWorker.Inbox", "drop", 1);
        book(person);
        fault.run();
        leadmap.advance("PT90M");
        linked(person);
    }

    private void settles(Person person, Runnable fault) {
        write(add(person));
        JsonNode mail =
                eventually(() -> leadmap.mailTo(person.email()), mails -> mails.size() == 1)
                        .getFirst();
        eventually(() -> assertThat(history(person)).contains("emailSent"));
        fault.run();
        leadmap.anyone()
                .post(
                        "/_local/mail/" + mail.path("id").asText() + "/event",
                        Map.of("kind", "delivered"))
                .expect(202);
        eventually(() -> assertThat(history(person)).containsOnlyOnce("emailDelivered"));
    }

    private void queuesDrips(Person person, Runnable fault) {
        submit(person).expect(202);
        fault.run();
        leadmap.advance("PT31M");
        assertThat(drips(person)).hasSize(1);
        assertThat(history(person)).containsOnlyOnce("dripFinished");
    }

    private void unsubscribes(Person person, Runnable fault) {
        submit(person).expect(202);
        leadmap.advance("PT31M");
        String id = drips(person).getFirst().path("id").asText();
        String mail =
                leadmap.anyone()
                        .send(
                                "GET",
                                "/_local/mail/" + id,
                                null,
                                null,
                                Map.of("Accept", "application/json"))
                        .expect(200)
                        .body();
        Matcher link = UNSUBSCRIBE.matcher(mail);
        assertThat(link.find()).isTrue();
        fault.run();
        leadmap.anyone()
                .send(
                        "POST",
                        link.group(),
                        "List-Unsubscribe=One-Click",
                        "application/x-www-form-urlencoded",
                        Map.of())
                .expect(200);
        assertThat(history(person)).containsOnlyOnce("unsubscribed");
    }

    private void givesUp(Person person, Runnable fault) {
        String lead = add(person);
        for (int i = 0; i < 3; i++) {
            ava.post("/leads/" + lead + "/calls", Map.of("outcome", "noAnswer")).expect(200);
        }
        fault.run();
        leadmap.advance("PT26H");
        assertThat(history(person)).containsOnlyOnce("statusChanged");
        assertThat(ava.lead(person.email()).path("status").asText()).isEqualTo("LOST");
    }

    private void interprets(Person person, Runnable fault) {
        add(person);
        fault.run();
        book(person);
        linked(person);
    }

    private void links(Person person, Runnable fault) {
        Person typo = new Person(person.firstName(), "x" + person.email(), person.phone());
        String lead = add(typo);
        book(person);
        leadmap.advance("PT1M");
        assertThat(history(typo)).doesNotContain("appointmentLinked");
        fault.run();
        ava.patch("/leads/" + lead, Map.of("email", person.email())).expect(200);
        linked(person);
    }

    /** At once, or once somebody has caught up with what was lost. */
    private void linked(Person person) {
        leadmap.advance("PT1M");
        if (!history(person).contains("appointmentLinked")) {
            leadmap.advance("PT13H");
        }
        assertThat(history(person)).containsOnlyOnce("appointmentLinked");
        assertThat(ava.lead(person.email()).path("status").asText()).isEqualTo("BOOKED");
    }

    private void counts(Person person, Runnable fault) {
        fault.run();
        String lead = add(person);
        leadmap.advance("PT13H");
        LocalDate today = leadmap.now().atZone(ZoneId.of("Australia/Melbourne")).toLocalDate();
        long times =
                ava.get(
                                "/reports/mega/additionalLeads?limit=200&from="
                                        + today.minusDays(1)
                                        + "&to="
                                        + today)
                        .expect(200)
                        .json()
                        .path("items")
                        .valueStream()
                        .filter(item -> item.path("id").asText().equals(lead))
                        .count();
        assertThat(times).isEqualTo(1);
    }

    private void publishes(Person person, Runnable fault) {
        fault.run();
        String lead = add(person);
        leadmap.advance("PT13H");
        long heard =
                leadmap.anyone()
                        .get("/_local/events")
                        .expect(200)
                        .json()
                        .valueStream()
                        .map(event -> event.path("detail"))
                        .filter(detail -> detail.path("lead").asText().equals(lead))
                        .filter(detail -> detail.path("type").asText().equals("leadCreated"))
                        .count();
        assertThat(heard).as("at least once: listeners deduplicate by lead and seq").isPositive();
    }

    private void imports(Person person, Runnable fault) {
        fault.run();
        configure();
    }

    /**
     * The demonstration's practice, whose drip goes out at once, at any hour, and whose
     * appointments wait for a lead.
     */
    private void configure() {
        configure(200);
    }

    private void configure(int automaticMailsPerHour) {
        ObjectNode practice = demonstration();
        ObjectNode settings = (ObjectNode) practice.path("settings");
        settings.put("automaticMailsPerHour", automaticMailsPerHour);
        ObjectNode window = settings.putObject("sendingWindow");
        window.putArray("days")
                .add("monday")
                .add("tuesday")
                .add("wednesday")
                .add("thursday")
                .add("friday")
                .add("saturday")
                .add("sunday");
        window.put("from", "00:00").put("to", "23:59:59.999999999");
        settings.put("createLeadsForNewClients", false);
        settings.put("postalAddress", ++versions + " Harbour Street, Melbourne");
        ObjectNode campaign = (ObjectNode) practice.path("drips").path(0);
        ObjectNode first = (ObjectNode) campaign.path("mails").path(0);
        first.put("delay", "PT0S");
        campaign.putArray("mails").add(first);
        JsonNode answer =
                leadmap.anyone()
                        .post("/_local/functions/PracticeImport", practice.toString())
                        .expect(200)
                        .json();
        assertThat(answer.path("changed").asBoolean()).as(answer.toString()).isTrue();
        assertThat(answer.path("version").asInt()).isEqualTo(versions + 1);
    }

    /** Two people ask in one hour that has one mail; then the practice raises its limit. */
    void raisesItsLimit(Person first, Person second) {
        configure(1);
        try {
            submit(first).expect(202);
            submit(second).expect(202);
            leadmap.advance("PT5M");
            assertThat(leadmap.mailTo(second.email())).as("it waits for the next hour").isEmpty();
        } finally {
            configure();
        }
        leadmap.advance("PT6M");
        assertThat(leadmap.mailTo(first.email())).hasSize(1);
        assertThat(leadmap.mailTo(second.email())).hasSize(1);
    }

    private static ObjectNode demonstration() {
        try (InputStream in =
                FaultScenes.class.getResourceAsStream("/demonstration/brightwater.json")) {
            return (ObjectNode) Leadmap.JSON.readTree(Objects.requireNonNull(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Answer submit(Person person) {
        return leadmap.anyone()
                .post(
                        "/forms/brightwater-enquiry",
                        Map.of(
                                "fullName", person.firstName() + " Fault",
                                "email", person.email(),
                                "phone", person.phone()));
    }

    private String add(Person person) {
        return ava.post(
                        "/leads",
                        Map.of(
                                "firstName", person.firstName(),
                                "lastName", "Fault",
                                "email", person.email(),
                                "phone", person.phone()))
                .expect(201)
                .json()
                .path("id")
                .asText();
    }

    private void write(String lead) {
        ava.post("/leads/" + lead + "/emails", Map.of("macroId", "call-back")).expect(202);
    }

    private void book(Person person) {
        Instant now = leadmap.now();
        new StandardPms(leadmap, "brightwater-pms")
                .post(
                        "evt-" + person.email(),
                        StandardPms.appointment(
                                "a-" + person.email(),
                                1,
                                "booked",
                                now,
                                now.plusSeconds(864_000),
                                null,
                                StandardPms.patient(
                                        "p-" + person.email(),
                                        person.firstName(),
                                        "Fault",
                                        person.email(),
                                        null)))
                .expect(202);
    }

    private List<JsonNode> drips(Person person) {
        return leadmap.mailTo(person.email()).stream()
                .filter(mail -> mail.path("subject").asText().equals(DRIP))
                .toList();
    }

    private List<String> history(Person person) {
        return ava.history(ava.lead(person.email()).path("id").asText());
    }
}
